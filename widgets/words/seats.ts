import type { Area } from './area.ts'
import type { SeatWords } from './es-mx/seats.ts'

/** Ordering another number of seats. */
export const seatsArea: Area<SeatWords> = {
  name: 'seats',
  bundles: { 'es-MX': () => import('./es-mx/seats.ts'), en: () => import('./en/seats.ts') },
  loaded: {},
}
