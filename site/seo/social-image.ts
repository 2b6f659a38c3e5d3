import { type Locale, routes } from '../routes.ts'
import { cards } from '../social/cards.ts'

/** The path of a page's picture: "/social/en/pricing.png". */
export const imageOf = (address: string): string => `/social${address.replace(/\/$/, '') || '/index'}.png`

const below = (address: string, page: string) => page.startsWith(address.replace(/\/?$/, '/'))

/** The absolute address of the picture for shared links to a page: its own, or that of the page above it. */
export const socialImage = (origin: string, page: string, locale: Locale): string => {
  const above = cards.map(({ address }) => address).filter((address) => below(address, `${page}/`))
  const nearest = above.sort((one, other) => other.length - one.length)[0]
  return origin + imageOf(nearest ?? routes.home[locale])
}
