/**
 * The script tag. It finds `<waizant-…>` tags, now and later, and loads only their code, while it requests their data
 * in parallel. Server-rendered elements hydrate after the first paint, or when a visitor touches them.
 */

import type * as Rendered from './hydrate-when-idle.ts'
import { localeOf, serverLanguageOf } from './i18n/locale-of.ts'
import type * as Page from './page-api.ts'
import { plansUrl } from './stores/plans-url.ts'
import { askedAhead } from './stores/prefetch.ts'

/**
 * The files of each tag, each language, `page-api`, `hydrate-when-idle` and `hydrate`, the entry's own first; the
 * bundler writes this.
 */
declare const FILES: Readonly<Record<string, readonly string[]>>

const [here, server] = /^(.*)\/widgets\/(?:.*\/)?/.exec(import.meta.url)!

const bring = (name: string): Promise<unknown[]> =>
  Promise.all((FILES[name] ?? []).map((file) => import(here + file)))

const page = () => bring('page-api') as Promise<[typeof Page]>

/** Connects all elements of the page to a customer. */
export const connect = async (connection: Parameters<typeof Page.connect>[0]): Promise<void> =>
  (await page())[0].connect(connection)

/** Adds a language or replaces single texts. */
export const addWords = async (...words: Parameters<typeof Page.addWords>): Promise<void> =>
  (await page())[0].addWords(...words)

const isRendered = ({ shadowRoot, localName }: Element) => shadowRoot && !customElements.get(localName)

/** Requests the texts and the plans while the code that shows them is loading. */
const askAhead = (element: Element) => {
  const own = (name: string) => element.getAttribute(name) ?? undefined
  const catalogue = own('catalogue')
  // The back office reads its catalogue from an endpoint that no other element uses.
  if (!catalogue || /settings$/.test(element.localName)) return
  const locale = serverLanguageOf(localeOf(element))
  void bring(locale)
  if (hydrates) return
  const url = plansUrl({ api: own('api') ?? server!, catalogue, currency: own('currency'), locale })
  askedAhead()[url] ??= fetch(url)
}

const tags = Object.keys(FILES).filter((name) => /^waizant-/.test(name))
const hydrates = [...document.querySelectorAll(String(tags))].some(isRendered)
const started = new Set<string>()

const start = async (element: Element) => {
  const tag = element.localName
  if (!/^waizant-/.test(tag) || started.has(tag)) return
  started.add(tag)
  if (!FILES[tag]) console.warn(`[waizant] no <${tag}>, only ${tags}`)
  if (isRendered(element)) await ((await bring('hydrate-when-idle')) as [typeof Rendered])[0].wanted(element)
  askAhead(element)
  if (hydrates) await bring('hydrate')
  await bring(tag)
}

const look = (root: ParentNode) => {
  for (const element of root.querySelectorAll(':not(:defined)')) void start(element)
}

look(document)
new MutationObserver((records) => {
  for (const { target } of records) look(target as Element)
}).observe(document, { childList: true, subtree: true })
