import '../../chunks/acting.ts'
import { ContextProvider } from '@lit/context'
import { nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { CatalogueList } from '#contract/plan-settings'
import { WaizantElement } from '../../base/element.ts'
import { html } from '../../base/html.ts'
import { WaizantRouteChangeEvent } from '../../events/route-change.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { officeArea } from '../../i18n/office.ts'
import type { Connection } from '../../stores/connection.ts'
import { type Office, officeContext, routeContext, textsContext } from './contexts.ts'
import type { Speaker } from './data/ask.ts'
import type { VersionRef } from './data/paths.ts'
import { Resources } from './data/resources.ts'

import type { OfficePage } from './office-element.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import { isElsewhere, type Route, routeOf, type View, views, whereTo } from './route.ts'
import { bringIntoView } from './views/bring-into-view.ts'
import { problemView } from './views/problem.ts'
import { waits } from './views/waits.ts'

type PageTag = `waizant-settings-${View | 'versions' | 'version'}`

/**
 * The back office of one person: shows the page of the route, and provides what the pages share.
 *
 * @csspart areas - the way to plans, customers, leads and ecosystems
 * @csspart area - one of them
 * @csspart room - what is shown
 */
export class WaizantSettingsOffice extends WaizantElement<OfficeWords> implements Office {
  static override properties: PropertyDeclarations = {
    view: {},
    catalogue: {},
    plan: {},
    version: { type: Number },
    tab: {},
  }

  declare view: string | undefined
  declare catalogue: string | undefined
  declare plan: string | undefined
  declare version: number | undefined
  declare tab: string | undefined
  declare host: WaizantPlanSettings
  declare getToken: Connection['getToken']

  override readonly area = officeArea
  readonly resources = new Resources(() => this.speaker)
  readonly #texts = new ContextProvider(this, { context: textsContext })
  readonly #provided = new ContextProvider(this, { context: routeContext })
  /** The page that is shown, and those that keep something meanwhile. */
  readonly #pages = new Map<string, OfficePage>()
  #route: Route | undefined
  #said: string | undefined
  /** A message to show on the page that opens next. */
  #toSay: string | undefined
  #isGoing = false
  #isArriving = false

  constructor() {
    super()
    new ContextProvider(this, { context: officeContext, initialValue: this })
  }

  get speaker(): Speaker {
    return { api: this.server, locale: this.serverLanguage, getToken: this.getToken }
  }

  protected override createRenderRoot(): this {
    this.style.display = 'contents'
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#holdBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#holdBack)
  }

  #holdBack = (event: Event) => {
    if ([...this.#pages.values()].some(({ isAtRisk }) => isAtRisk)) event.preventDefault()
  }

  go = (to: Partial<Route>, said?: string): void => {
    const from = routeOf(this.host)
    const route = whereTo(from, to)
    if (!isElsewhere(from, route) && route.tab === from.tab) return
    const { view, catalogue, plan, version, tab } = route
    const isAtVersion = plan !== undefined && version !== undefined
    Object.assign(this.host, {
      view: view === 'plans' ? undefined : view,
      catalogue,
      plan,
      version,
      tab: isAtVersion && tab !== 'parameters' ? tab : undefined,
    })
    this.host.dispatchEvent(new WaizantRouteChangeEvent(route))
    this.#toSay = said ?? this.#toSay
    this.#isGoing ||= isElsewhere(from, route)
  }

  greet = (title: HTMLElement | null): void => {
    // A page that was just left may still be rendering.
    if (!this.#isArriving || !title?.isConnected) return
    this.#isArriving = false
    title.focus({ preventScroll: true })
    this.host.scrollIntoView({ block: 'nearest' })
  }

  protected override willUpdate(): void {
    const { words, language } = this
    this.#texts.setValue({ words, language })
    const route = routeOf(this)
    if (this.#route && isElsewhere(this.#route, route)) this.#leave()
    this.#route = route
    this.#provided.setValue(route)
  }

  #leave() {
    this.#said = this.#toSay
    this.#toSay = undefined
    this.#isArriving = this.#isGoing
    this.#isGoing = false
    this.resources.turn()
    for (const [key, { keeps }] of this.#pages) if (!keeps) this.#pages.delete(key)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view')) bringIntoView(this.querySelector('[part=area][aria-current]'))
  }

  #page(tag: PageTag, about: Partial<VersionRef> = {}): unknown {
    const key = [tag, ...Object.values(about)].join(' ')
    const page = this.#pages.get(key) ?? Object.assign(document.createElement(tag), about)
    this.#pages.set(key, page)
    return page
  }

  #room({ view, catalogue: asked, plan, version }: Route): unknown {
    if (view !== 'plans') return this.#page(`waizant-settings-${view}`)
    const $list = this.resources.at<CatalogueList>('catalogues')
    const { value, error } = this.stores.read($list)
    const catalogue = asked ?? value?.catalogues[0]?.id
    if (!value || !catalogue) return error ? problemView(error, this.host.words, $list.load) : waits()
    if (plan === undefined) return this.#page('waizant-settings-plans', { catalogue })
    if (version === undefined) return this.#page('waizant-settings-versions', { catalogue, plan })
    return this.#page('waizant-settings-version', { catalogue, plan, number: version })
  }

  #areas(route: Route) {
    const { words } = this
    return html`
      <nav part="areas" aria-label=${words.areas}>
        ${views.map(
          (view) => html`
            <button part="area" type="button" aria-current=${view === route.view ? 'page' : nothing}
              @click=${() => this.go({ view, plan: undefined, version: undefined })}>${words.views[view]}</button>
          `,
        )}
      </nav>
    `
  }

  #refusal({ status, detail }: { status: number; detail: string }) {
    const { words, resources } = this
    return html`
      <div part="notice" role="alert">
        <h2>${status === 403 ? words.refused : words.expired}</h2>
        <p>${detail} ${status === 403 ? html`${words.refusedHint} <code>waizant-backoffice</code>.` : nothing}</p>
        <button part="action" type="button" @click=${() => resources.clear()}>${words.again}</button>
      </div>
    `
  }

  protected override render(): unknown {
    const route = this.#route!
    const refusal = this.stores.read(this.resources.$refusal)
    if (refusal) return this.#refusal(refusal)
    return html`
      ${this.#areas(route)}
      <div part="room">
        <div role="status" part="outcome">${this.#said ? html`<p part="done">${this.#said}</p>` : nothing}</div>
        ${this.#room(route)}
      </div>
    `
  }
}
