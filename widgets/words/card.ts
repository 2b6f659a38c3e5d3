import type { Area } from './area.ts'
import type { CardWords } from './es-mx/card.ts'

/** The fields of a new card. */
export const cardArea: Area<CardWords> = {
  name: 'card',
  bundles: { 'es-MX': () => import('./es-mx/card.ts'), en: () => import('./en/card.ts') },
  loaded: {},
}
