/**
 * The script tag. It knows its own server, looks for `<waizant-…>` tags, now and later, and brings only those.
 * Elements that the server has already rendered come alive after the first paint, or at the first touch.
 */
import { $connection, connect } from './stores/connection.ts'
import { plansOf } from './stores/plans.ts'
import { type Area, languageOf, loadWords, serverLanguageOf } from './words/index.ts'
import { localeOf } from './words/locale-of.ts'

export { connect } from './stores/connection.ts'
export { addWords } from './words/index.ts'

interface Arrival {
  area: Area
  bring: () => Promise<unknown>
  sellsPlans?: boolean
}

const elements: Record<string, Arrival> = {
  'waizant-plan-picker': {
    area: 'plans',
    sellsPlans: true,
    bring: () => import('./plan-picker/plan-picker.ts'),
  },
  'waizant-plan-comparison': {
    area: 'plans',
    sellsPlans: true,
    bring: () => import('./plan-comparison/plan-comparison.ts'),
  },
}

/** Asks for the data while the element's code is still on its way. */
const askAhead = (element: Element) => {
  const [catalogue, api = $connection.value.api] = ['catalogue', 'api'].map(
    (name) => element.getAttribute(name) ?? undefined,
  )
  const currency = element.getAttribute('currency') ?? undefined
  const locale = serverLanguageOf(localeOf(element))
  if (catalogue && !('plans' in element)) plansOf({ api, catalogue, currency, locale })
}

const intents = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'touchstart'] as const

/** Resolves after the first paint when the page is idle, or at once when somebody reaches for the element. */
const wanted = (element: Element) =>
  new Promise<unknown>((resolve) => {
    for (const intent of intents) element.addEventListener(intent, resolve, { once: true, passive: true })
    requestAnimationFrame(() => setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(resolve), 0))
  })

const isRendered = (element: Element) => element.shadowRoot !== null && !customElements.get(element.localName)

/** Lit must know before it starts that some elements are already rendered. */
const hydration = () =>
  [...document.querySelectorAll(Object.keys(elements).join())].some(isRendered)
    ? import('@lit-labs/ssr-client/lit-element-hydrate-support.js')
    : undefined

const started = new Set<string>()

const start = async (element: Element) => {
  const tag = element.localName
  if (!tag.startsWith('waizant-') || started.has(tag)) return
  started.add(tag)
  const arrival = elements[tag]
  if (!arrival) {
    console.warn(`[waizant] there is no <${tag}>; there are ${Object.keys(elements).join(', ')}`)
    return
  }
  if (isRendered(element)) await wanted(element)
  else if (arrival.sellsPlans) askAhead(element)
  const words = loadWords(arrival.area, languageOf(localeOf(element)))
  await support
  await Promise.all([words, arrival.bring()])
}

const look = (root: ParentNode) => {
  for (const element of root.querySelectorAll(':not(:defined)')) void start(element)
}

connect({ api: import.meta.url.replace(/\/widgets\/.*$/, '') })
const support = hydration()
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
