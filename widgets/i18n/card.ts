import type { CardWords } from './es-mx/card.ts'
import type { Area } from './namespace.ts'

/** The fields of a new card. */
export const cardArea: Area<CardWords> = {
  name: 'card',
  bundles: { 'es-MX': () => import('./es-mx/card.ts'), en: () => import('./en/card.ts') },
  loaded: {},
}
