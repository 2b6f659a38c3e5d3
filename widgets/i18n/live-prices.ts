import type { LivePriceWords } from './es-mx/live-prices.ts'
import type { Area } from './namespace.ts'

/** The message about a price that changes while a visitor reads it. */
export const livePricesArea: Area<LivePriceWords> = {
  name: 'livePrices',
  bundles: { 'es-MX': () => import('./es-mx/live-prices.ts'), en: () => import('./en/live-prices.ts') },
  loaded: {},
}
