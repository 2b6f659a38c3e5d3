import '../../chunks/acting.ts'
import { nothing } from 'lit'
import type { CatalogueList } from '#contract/plan-settings'
import { html } from '../../base/html.ts'
import { WaizantPlaceChangedEvent } from '../../events/place-changed.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { loadWords, wordsOf } from '../../i18n/namespace.ts'
import { officeArea } from '../../i18n/office.ts'
import { $connection } from '../../stores/connection.ts'
import { actionStyles } from '../../styles/action.ts'
import { textIn } from './bench.ts'
import { areasView, refusalView, trailView } from './frame.ts'
import { ListRoom } from './list-room.ts'
import { officeStyles } from './office.styles.ts'
import { isElsewhere, type Place, tabOf, viewOf, whereTo } from './place.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import { PlansRoom, waits } from './plans-room.ts'
import { Shelf } from './shelf.ts'
import { listenToTyping } from './typing.ts'
import { VersionRoom } from './version-room.ts'

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
  readonly #shelf: Shelf
  readonly #plans: PlansRoom
  readonly #version: VersionRoom
  readonly #lists: ListRoom
  #person = $connection.value.getToken
  #shown: Place
  #said: string | undefined
  #brought: string | undefined
  #isArriving = false
  /** A message to show on the page that opens next. */
  #toSay: string | undefined

  constructor(host: WaizantPlanSettings) {
    this.#host = host
    this.#shelf = new Shelf(host)
    const floor = { host, shelf: this.#shelf, go: this.go, saved: () => this.#shelf.turn(), say: this.#say }
    this.#plans = new PlansRoom(floor)
    this.#version = new VersionRoom(floor, this.#plans)
    this.#lists = new ListRoom(floor)
    this.#shown = this.#place
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

  get #place(): Place {
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

  /** Goes to another place in the back office and notifies the host. */
  go = (to: Partial<Place>): void => {
    const from = this.#place
    const place = whereTo(from, to)
    if (!isElsewhere(from, place) && place.tab === from.tab) return
    const { view, catalogue, plan, version, tab } = place
    const isAtVersion = plan !== undefined && version !== undefined
    Object.assign(this.#host, {
      view: view === 'plans' ? undefined : view,
      catalogue,
      plan,
      version,
      tab: isAtVersion && tab !== 'parameters' ? tab : undefined,
    })
    this.#host.dispatchEvent(new WaizantPlaceChangedEvent(place))
    this.#isArriving ||= isElsewhere(from, place)
  }

  /** After each rendering. */
  updated(): void {
    this.#greet()
    this.#bringChosen()
  }

  /** Focuses the title of a page that was just opened, once it has rendered. */
  #greet() {
    const title = this.#host.renderRoot.querySelector<HTMLElement>('[part=room] h2')
    if (!this.#isArriving || !title || isElsewhere(this.#shown, this.#place)) return
    this.#isArriving = false
    title.focus({ preventScroll: true })
    this.#host.scrollIntoView({ block: 'nearest' })
  }

  /** On a phone the open tab may be scrolled out of sight. */
  #bringChosen() {
    const { view, tab } = this.#place
    const chosen = (this.#host.renderRoot as ShadowRoot).querySelectorAll<HTMLElement>(
      '[part=area][aria-current], [part=tab][aria-selected=true]',
    )
    const places = `${view} ${tab} ${chosen.length}`
    if (places === this.#brought) return
    this.#brought = places
    for (const one of chosen) {
      const list = one.parentElement!
      list.scrollLeft = one.offsetLeft - list.offsetLeft - (list.clientWidth - one.offsetWidth) / 2
    }
  }

  /** The attributes hold the current place, and the host may have changed them. */
  #follow() {
    const place = this.#place
    if (!isElsewhere(this.#shown, place)) return
    this.#shown = place
    this.#said = this.#toSay
    this.#toSay = undefined
    this.#plans.leave()
    this.#version.leave()
    this.#shelf.turn()
  }

  #recognize() {
    const { getToken } = $connection.value
    if (getToken === this.#person) return
    this.#person = getToken
    this.#shelf.clear()
    this.#version.clear()
  }

  #retry = () => {
    this.#shelf.clear()
    this.#host.requestUpdate()
  }

  #catalogue = (place: Place, words: OfficeWords) => {
    const list = this.#shelf.read<CatalogueList>('catalogues')
    const catalogue = place.catalogue ?? list.value?.catalogues[0]?.id
    if (!list.value || !catalogue)
      return list.error ? this.#host.problem(list.error, () => void this.#shelf.again('catalogues')) : waits()
    const { plan, version } = place
    if (!plan) return this.#plans.plans(catalogue, list.value, words)
    const settings = this.#plans.settingsOf(catalogue)
    const name = settings?.plans.find(({ id }) => id === plan)?.name
    const trail = trailView(place, words, name ? textIn(name, this.#host.language) : plan, this.go)
    if (version === undefined) return [trail, this.#plans.versions({ ...place, catalogue, plan }, words)]
    if (!settings) return this.#plans.plans(catalogue, list.value, words)
    return [trail, this.#version.view({ catalogue, plan, number: version }, settings, place, words)]
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
    const { refusal } = this.#shelf
    if (refusal) return refusalView(refusal, words, this.#retry)
    const place = this.#place
    return html`
      ${areasView(place, words, this.go)}
      <div part="room">
        <div role="status" part="outcome">${this.#said ? html`<p part="done">${this.#said}</p>` : nothing}</div>
        ${place.view === 'plans' ? this.#catalogue(place, words) : this.#lists.view(place.view, words)}
      </div>
    `
  }
}
