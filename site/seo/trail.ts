import { type Locale, type RouteName, routes } from '../routes.ts'
import { pageNames } from '../words/pages.ts'
import { breadcrumbs } from './json-ld.ts'

/** The breadcrumbs of a listed page below the home page; other pages have none. */
export const trailOf = (origin: string, locale: Locale, route: RouteName | undefined) => {
  const names: Partial<Record<RouteName, string>> = pageNames[locale]
  const name = route && names[route]
  if (!name || route === 'home') return []
  const step = (to: RouteName, text: string) => ({ name: text, url: origin + routes[to][locale] })
  return [breadcrumbs([step('home', pageNames[locale].home), step(route, name)])]
}
