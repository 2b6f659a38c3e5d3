import { type Locale, routes } from '../routes.ts'
import { cards } from '../social/cards.ts'

/** Where the picture of a page is: "/social/en/pricing.png". */
export const imageOf = (address: string): string => `/social${address.replace(/\/$/, '') || '/index'}.png`

const below = (address: string, page: string) => page.startsWith(address.replace(/\/?$/, '/'))

/** The absolute address of the picture that a shared link to a page shows: its own, or that of the page above it. */
export const socialImage = (origin: string, page: string, locale: Locale): string => {
  const above = cards.map(({ address }) => address).filter((address) => below(address, `${page}/`))
  const nearest = above.sort((one, other) => other.length - one.length)[0]
  return origin + imageOf(nearest ?? routes.home[locale])
}
