import '../../chunks/acting.ts'
import { nothing } from 'lit'
import type { CatalogueList } from '#contract/plan-settings'
import { html } from '../../base/html.ts'
import { WaizantRouteChangeEvent } from '../../events/route-change.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { loadWords, wordsOf } from '../../i18n/namespace.ts'
import { officeArea } from '../../i18n/office.ts'
import { $connection } from '../../stores/connection.ts'
import { actionStyles } from '../../styles/action.ts'
import { ResourceCache } from './data/resource-cache.ts'
import { textIn } from './editor/editor-context.ts'
import { listenToTyping } from './editor/input-handlers.ts'
import { areasView, refusalView, trailView } from './frame.ts'
import { ListPage } from './pages/list-page.ts'
import { PlansPage, waits } from './pages/plans-page.ts'
import { VersionPage } from './pages/version-page.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import { isElsewhere, type Route, tabOf, viewOf, whereTo } from './route.ts'
import { officeStyles } from './styles/office.styles.ts'

/**
 * The back office of the signed-in person; routes between its pages.
 *
 * @csspart areas - the way to plans, customers, leads and ecosystems
 * @csspart area - one of them
 * @csspart trail - the way back
 * @csspart room - what is shown
 */
export class BackOffice {
  readonly #host: WaizantPlanSettings
  readonly #cache: ResourceCache
  readonly #plans: PlansPage
  readonly #version: VersionPage
  readonly #lists: ListPage
  #person = $connection.value.getToken
  #shown: Route
  #said: string | undefined
  #brought: string | undefined
  #isArriving = false
  /** A message to show on the page that opens next. */
  #toSay: string | undefined

  constructor(host: WaizantPlanSettings) {
    this.#host = host
    this.#cache = new ResourceCache(host)
    const office = { host, cache: this.#cache, go: this.go, saved: () => this.#cache.turn(), say: this.#say }
    this.#plans = new PlansPage(office)
    this.#version = new VersionPage(office, this.#plans)
    this.#lists = new ListPage(office)
    this.#shown = this.#route
    this.#listen(host.renderRoot as ShadowRoot)
  }

  #listen(root: ShadowRoot) {
    root.adoptedStyleSheets.push(...[actionStyles, ...officeStyles].map(({ styleSheet }) => styleSheet!))
    listenToTyping(root, () => this.#version.editor)
    // A listener on the window would keep a removed element in memory.
    this.#host.addController({
      hostConnected: () => addEventListener('beforeunload', this.#holdBack),
      hostDisconnected: () => removeEventListener('beforeunload', this.#holdBack),
    })
  }

  #holdBack = (event: Event) => {
    if (this.#version.isAtRisk) event.preventDefault()
  }

  get #route(): Route {
    const { view, catalogue, plan, version, tab } = this.#host
    return {
      view: viewOf(view),
      catalogue: catalogue ?? undefined,
      plan: plan ?? undefined,
      version: version ?? undefined,
      tab: tabOf(tab),
    }
  }

  #say = (text: string) => {
    this.#toSay = text
  }

  /** Goes to another route in the back office and notifies the host. */
  go = (to: Partial<Route>): void => {
    const from = this.#route
    const route = whereTo(from, to)
    if (!isElsewhere(from, route) && route.tab === from.tab) return
    const { view, catalogue, plan, version, tab } = route
    const isAtVersion = plan !== undefined && version !== undefined
    Object.assign(this.#host, {
      view: view === 'plans' ? undefined : view,
      catalogue,
      plan,
      version,
      tab: isAtVersion && tab !== 'parameters' ? tab : undefined,
    })
    this.#host.dispatchEvent(new WaizantRouteChangeEvent(route))
    this.#isArriving ||= isElsewhere(from, route)
  }

  /** After each rendering. */
  updated(): void {
    this.#greet()
    this.#bringChosen()
  }

  /** Focuses the title of a page that was just opened, once it has rendered. */
  #greet() {
    const title = this.#host.renderRoot.querySelector<HTMLElement>('[part=room] h2')
    if (!this.#isArriving || !title || isElsewhere(this.#shown, this.#route)) return
    this.#isArriving = false
    title.focus({ preventScroll: true })
    this.#host.scrollIntoView({ block: 'nearest' })
  }

  /** On a phone the open tab may be scrolled out of sight. */
  #bringChosen() {
    const { view, tab } = this.#route
    const chosen = (this.#host.renderRoot as ShadowRoot).querySelectorAll<HTMLElement>(
      '[part=area][aria-current], [part=tab][aria-selected=true]',
    )
    const routes = `${view} ${tab} ${chosen.length}`
    if (routes === this.#brought) return
    this.#brought = routes
    for (const one of chosen) {
      const list = one.parentElement!
      list.scrollLeft = one.offsetLeft - list.offsetLeft - (list.clientWidth - one.offsetWidth) / 2
    }
  }

  /** The attributes hold the current route, and the host may have changed them. */
  #follow() {
    const route = this.#route
    if (!isElsewhere(this.#shown, route)) return
    this.#shown = route
    this.#said = this.#toSay
    this.#toSay = undefined
    this.#plans.leave()
    this.#version.leave()
    this.#cache.turn()
  }

  #recognize() {
    const { getToken } = $connection.value
    if (getToken === this.#person) return
    this.#person = getToken
    this.#cache.clear()
    this.#version.clear()
  }

  #retry = () => {
    this.#cache.clear()
    this.#host.requestUpdate()
  }

  #catalogue = (route: Route, words: OfficeWords) => {
    const list = this.#cache.read<CatalogueList>('catalogues')
    const catalogue = route.catalogue ?? list.value?.catalogues[0]?.id
    if (!list.value || !catalogue)
      return list.error ? this.#host.problem(list.error, () => void this.#cache.again('catalogues')) : waits()
    const { plan, version } = route
    if (!plan) return this.#plans.plans(catalogue, list.value, words)
    const settings = this.#plans.settingsOf(catalogue)
    const name = settings?.plans.find(({ id }) => id === plan)?.name
    const trail = trailView(route, words, name ? textIn(name, this.#host.language) : plan, this.go)
    if (version === undefined) return [trail, this.#plans.versions({ ...route, catalogue, plan }, words)]
    if (!settings) return this.#plans.plans(catalogue, list.value, words)
    return [trail, this.#version.view({ catalogue, plan, number: version }, settings, route, words)]
  }

  /** Undefined until the words have loaded. */
  view(): unknown {
    const { language } = this.#host
    const words = wordsOf(officeArea, language)
    if (!words) {
      void loadWords(officeArea, language).then(() => this.#host.requestUpdate())
      return undefined
    }
    this.#recognize()
    this.#follow()
    const { refusal } = this.#cache
    if (refusal) return refusalView(refusal, words, this.#retry)
    const route = this.#route
    return html`
      ${areasView(route, words, this.go)}
      <div part="room">
        <div role="status" part="outcome">${this.#said ? html`<p part="done">${this.#said}</p>` : nothing}</div>
        ${route.view === 'plans' ? this.#catalogue(route, words) : this.#lists.view(route.view, words)}
      </div>
    `
  }
}
