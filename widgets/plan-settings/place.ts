/** Where somebody is in the back office. */
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

/** Whether somebody who goes from one to the other sees something else than another tab of the same. */
export const isElsewhere = (from: Place, to: Place): boolean =>
  (['view', 'catalogue', 'plan', 'version'] as const).some((name) => from[name] !== to[name])
