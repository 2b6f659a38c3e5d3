/** The current place in the back office. */
export interface Place {
  view: View
  catalogue: string | undefined
  plan: string | undefined
  version: number | undefined
  tab: Tab
}

export const views = ['plans', 'customers', 'leads', 'ecosystems'] as const
export type View = (typeof views)[number]

export const tabs = ['parameters', 'features', 'services', 'pricing', 'details', 'history'] as const
export type Tab = (typeof tabs)[number]

export const viewOf = (asked: string | undefined): View => views.find((view) => view === asked) ?? 'plans'

export const tabOf = (asked: string | undefined): Tab => tabs.find((tab) => tab === asked) ?? 'parameters'

/** The tab that shows a field. */
export const tabFor = (path: string): Tab => {
  const [noun = ''] = path.split('.')
  if (noun === 'prices' || noun === 'discounts') return 'pricing'
  return tabs.find((tab) => tab === noun) ?? 'details'
}

/** Whether two places differ by more than the open tab. */
export const isElsewhere = (from: Place, to: Place): boolean =>
  (['view', 'catalogue', 'plan', 'version'] as const).some((name) => from[name] !== to[name])

/**
 * The place after a move: another catalogue clears the plan, another plan clears the version, and another version opens
 * its first tab.
 */
export const whereTo = (from: Place, to: Partial<Place>): Place => {
  const place = { ...from, ...to }
  const isOtherCatalogue = to.catalogue !== undefined && to.catalogue !== from.catalogue
  if (place.view !== 'plans' || (isOtherCatalogue && !to.plan))
    return { ...place, plan: undefined, version: undefined, tab: tabs[0] }
  if (place.plan === undefined) return { ...place, version: undefined, tab: tabs[0] }
  return isElsewhere(from, place) && !to.tab ? { ...place, tab: tabs[0] } : place
}
