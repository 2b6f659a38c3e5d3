import type { Place } from './place.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import type { Shelf } from './shelf.ts'

/** What every page of the back office shares. */
export interface Floor {
  host: WaizantPlanSettings
  shelf: Shelf
  go: (to: Partial<Place>) => void
  /** Data on the server have changed. */
  saved: () => void
  /** A message to show on the page that opens next. */
  say: (text: string) => void
}
