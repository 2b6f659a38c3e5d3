import type { Place } from './place.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import type { Shelf } from './shelf.ts'

/** What every room of the back office is lent. */
export interface Floor {
  host: WaizantPlanSettings
  shelf: Shelf
  go: (to: Partial<Place>) => void
  /** Server data have changed. */
  saved: () => void
  /** What is said once the person is elsewhere. */
  say: (text: string) => void
}
