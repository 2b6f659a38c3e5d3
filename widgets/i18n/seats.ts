import type { SeatWords } from './es-mx/seats.ts'
import type { Area } from './namespace.ts'

/** Ordering another number of seats. */
export const seatsArea: Area<SeatWords> = {
  name: 'seats',
  bundles: { 'es-MX': () => import('./es-mx/seats.ts'), en: () => import('./en/seats.ts') },
  loaded: {},
}
