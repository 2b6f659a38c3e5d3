/**
 * The script tag. It looks for `<waizant-…>` tags, now and later, and brings only those; it asks for their data while
 * their code is on its way. Elements that the server has rendered come alive after the first paint, or at a touch.
 */
import { askedAhead } from './stores/ahead.ts'
import { plansUrl } from './stores/plans-url.ts'
import { localeOf, serverLanguageOf } from './words/locale-of.ts'

type Page = typeof import('./page.ts')

/** The files of each tag, each language, `page` and `hydrate`, its own first: written by the bundler. */
declare const FILES: Readonly<Record<string, readonly string[]>>

const here = import.meta.url.replace(/[^/]*$/, '')

const bring = (name: string): Promise<unknown> =>
  Promise.all(FILES[name]?.map((file) => import(here + file)) ?? [])

const page = async () => ((await bring('page')) as [Page])[0]

/** Tells every element of the page whom it serves. */
export const connect = async (connection: Parameters<Page['connect']>[0]): Promise<void> =>
  (await page()).connect(connection)

/** Adds a language or replaces single words. */
export const addWords = async (...words: Parameters<Page['addWords']>): Promise<void> =>
  (await page()).addWords(...words)

/** Plans and their words, while the code that shows them is on its way. */
const askAhead = (element: Element) => {
  const own = (name: string) => element.getAttribute(name) ?? undefined
  const [catalogue, locale] = [own('catalogue'), serverLanguageOf(localeOf(element))]
  if (!catalogue) return
  void bring(locale)
  if (isRendered(element) || document.querySelector('[data-waizant-plans]')) return
  const api = own('api') ?? here.replace(/\/widgets\/.*/, '')
  const url = plansUrl({ api, catalogue, currency: own('currency'), locale })
  const ahead = askedAhead()
  if (!ahead.has(url)) ahead.set(url, fetch(url))
}

const isRendered = ({ shadowRoot, localName }: Element) => shadowRoot && !customElements.get(localName)

/** Resolves after the first paint when the page is idle, or at once when somebody reaches for the element. */
const wanted = (element: Element) =>
  new Promise<unknown>((resolve) => {
    for (const intent of ['pointerover', 'touchstart', 'focusin']) {
      element.addEventListener(intent, resolve, { once: true, passive: true })
    }
    requestAnimationFrame(() => setTimeout(globalThis.requestIdleCallback ?? setTimeout, 0, resolve))
  })

const tags = Object.keys(FILES).filter((name) => name.startsWith('waizant-'))
const hydrates = [...document.querySelectorAll(tags.join())].some(isRendered)
const started = new Set<string>()

const start = async (element: Element) => {
  const tag = element.localName
  if (!tag.startsWith('waizant-') || started.has(tag)) return
  started.add(tag)
  if (!FILES[tag]) {
    console.warn(`[waizant] there is no <${tag}>; there are ${tags}`)
    return
  }
  if (isRendered(element)) await wanted(element)
  askAhead(element)
  if (hydrates) await bring('hydrate')
  await bring(tag)
}

const look = (root: ParentNode) => {
  for (const element of root.querySelectorAll(':not(:defined)')) void start(element)
}

look(document)
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue
      void start(node)
      look(node)
    }
  }
}).observe(document, { childList: true, subtree: true })
