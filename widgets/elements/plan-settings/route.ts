/** The current route in the back office. */
export interface Route {
  view: View
  catalogue: string | undefined
  plan: string | undefined
  version: number | undefined
  tab: Tab
}

/** A removed attribute is null. */
type Asked = { [Name in 'view' | 'catalogue' | 'plan' | 'tab']: string | null | undefined } & {
  version: number | null | undefined
}

export const views = ['plans', 'customers', 'leads', 'ecosystems'] as const
export type View = (typeof views)[number]

export const tabs = ['parameters', 'features', 'services', 'pricing', 'details', 'history'] as const
export type Tab = (typeof tabs)[number]

/** The route that attributes ask for; whatever is unknown there begins at the first view or tab. */
export const routeOf = ({ view, catalogue, plan, version, tab }: Asked): Route => ({
  view: views.find((one) => one === view) ?? 'plans',
  catalogue: catalogue ?? undefined,
  plan: plan ?? undefined,
  version: version ?? undefined,
  tab: tabs.find((one) => one === tab) ?? 'parameters',
})

/** The tab that shows a field. */
export const tabFor = (path: string): Tab => {
  const [noun = ''] = path.split('.')
  if (noun === 'prices' || noun === 'discounts') return 'pricing'
  return tabs.find((tab) => tab === noun) ?? 'details'
}

/** Whether two routes differ by more than the open tab. */
export const isElsewhere = (from: Route, to: Route): boolean =>
  (['view', 'catalogue', 'plan', 'version'] as const).some((name) => from[name] !== to[name])

/**
 * The route after a move: another catalogue clears the plan, another plan clears the version, and another version opens
 * its first tab.
 */
export const whereTo = (from: Route, to: Partial<Route>): Route => {
  const route = { ...from, ...to }
  const isOtherCatalogue = to.catalogue !== undefined && to.catalogue !== from.catalogue
  if (route.view !== 'plans' || (isOtherCatalogue && !to.plan))
    return { ...route, plan: undefined, version: undefined, tab: tabs[0] }
  if (route.plan === undefined) return { ...route, version: undefined, tab: tabs[0] }
  return isElsewhere(from, route) && !to.tab ? { ...route, tab: tabs[0] } : route
}
