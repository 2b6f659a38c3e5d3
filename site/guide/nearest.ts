import { plain, resembles } from '../nearest-page.ts'
import type { Addresses } from '../routes.ts'

const lastOf = (path: string) =>
  plain(path)
    .slice(0, 200)
    .replace(/\.\w+$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1) ?? ''

/** The guide page that a broken address probably meant, whatever language it was written in. */
export const nearestPageOf = <Page extends { addresses: Addresses }>(
  pages: readonly Page[],
  path: string,
): Page | undefined => {
  const wanted = lastOf(path)
  if (wanted.length < 3 || wanted === 'docs') return undefined
  const named = (fits: (name: string) => boolean) =>
    pages.find(({ addresses }) => Object.values(addresses).some((address) => fits(lastOf(address))))
  return (
    named((name) => name === wanted) ??
    named((name) => resembles(wanted, name)) ??
    named((name) => wanted.length > 3 && name.includes(wanted))
  )
}
