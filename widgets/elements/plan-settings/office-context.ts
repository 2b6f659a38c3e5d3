import type { ResourceCache } from './data/resource-cache.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import type { Route } from './route.ts'

/** What every page of the back office shares. */
export interface OfficeContext {
  host: WaizantPlanSettings
  cache: ResourceCache
  go: (to: Partial<Route>) => void
  /** Data on the server have changed. */
  saved: () => void
  /** A message to show on the page that opens next. */
  say: (text: string) => void
}
