import type { LivePriceWords } from '../es-mx/live-prices.ts'

export const words: LivePriceWords = {
  price: (plan, price, interval) => `${plan} is now ${price} a ${interval}.`,
  plans: 'The plans were updated.',
}
