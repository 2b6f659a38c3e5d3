/** What is said when a price changes while somebody reads it. */
export const words = {
  price: (plan: string, price: string, interval: 'month' | 'year') =>
    `${plan} ahora cuesta ${price} al ${interval === 'year' ? 'año' : 'mes'}.`,
  plans: 'Los planes se actualizaron.',
}
export type LivePriceWords = typeof words
