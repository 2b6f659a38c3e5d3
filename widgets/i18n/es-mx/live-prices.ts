/** The message about a price that changes while a visitor reads it. */
export const words = {
  price: (plan: string, price: string, interval: 'month' | 'year') =>
    `${plan} ahora cuesta ${price} al ${interval === 'year' ? 'año' : 'mes'}.`,
  plans: 'Los planes se actualizaron.',
}
export type LivePriceWords = typeof words
