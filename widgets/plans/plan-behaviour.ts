import '../chunks/acting.ts'
import type { ReactiveController } from 'lit'
import type { Interval } from '#contract/money'
import type { ApiError } from '../api/answer.ts'
import { reportError } from '../events/error.ts'
import { type PlanAction, WaizantPlanSelectEvent } from '../events/plan-select.ts'
import { actionsArea } from '../i18n/actions.ts'
import { loadWords } from '../i18n/namespace.ts'
import { billingOf } from '../stores/billing.ts'
import { type Choice, choiceOf } from '../stores/choice.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import { payerOf, pendingOf } from '../stores/pending.ts'
import { lateStyles } from '../styles/late.ts'
import { actionFor } from './action-for.ts'
import { failure } from './failure.ts'
import { followsAfterMs } from './follows-after.ts'
import { actionOf } from './links.ts'
import type { PlanElement } from './plan-element.ts'

type Switch = 'interval' | 'currency'

/** A server-rendered element has all styles from the start; one rendered in the browser gets the late ones here. */
const adopt = (root: HTMLElement | DocumentFragment) => {
  const { adoptedStyleSheets = [] } = root as ShadowRoot
  if (adoptedStyleSheets.length) adoptedStyleSheets.push(...lateStyles.map(({ styleSheet }) => styleSheet!))
}

/**
 * The behaviour of an element that sells plans: follows the switches, knows the customer, runs the action of a pressed
 * button.
 */
export class PlanBehaviour implements ReactiveController {
  readonly #host: PlanElement
  readonly #status = Object.assign(document.createElement('p'), { role: 'status' })
  #explained: ApiError | undefined
  #resumed = false
  #language: string | undefined
  #seen: Choice
  #own: Choice

  constructor(host: PlanElement) {
    this.#host = host
    const { renderRoot } = host
    adopt(renderRoot)
    host.actionFor = (plan, by) => (host.billing ? actionFor(plan, host.billing, by) : actionOf(plan))
    const choice = this.#choice.get()
    host.interval ??= choice.interval
    host.currency ??= choice.currency
    this.#seen = choice
    this.#own = { interval: host.interval, currency: host.currency }
    this.#status.setAttribute('part', 'unseen')
    renderRoot.append(this.#status)
    renderRoot.addEventListener('change', this.#handleChange)
    renderRoot.addEventListener('click', this.#handleClick)
    // Prices that were just sent are current, so the code that follows them loads a moment later.
    setTimeout(
      () =>
        import('./live-prices.ts').then(
          (prices) => prices.follow(host),
          () => {},
        ),
      followsAfterMs,
    )
  }

  hostConnected(): void {
    this.#adoptPicks()
    addEventListener('pageshow', this.#handlePageShow)
    this.#host.toggleAttribute('ready', true)
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#handlePageShow)
  }

  /** A choice in one element applies to all elements of the page. */
  hostUpdate(): void {
    const host = this.#host
    const { interval, currency, catalogue = '', stores } = host
    // What was said of a press was said in another language; pressing again says it in this one.
    if (this.#language !== host.language && !host.outcome?.busy) host.outcome = undefined
    this.#language = host.language
    const choice = stores.read(this.#choice)
    if (interval !== this.#own.interval || currency !== this.#own.currency)
      this.#choice.set({ interval, currency })
    else if (choice !== this.#seen) Object.assign(host, choice)
    this.#seen = this.#choice.get()
    this.#own = { interval: host.interval, currency: host.currency }
    stores.read($connection)
    const billing = billingOf(host.server, host.serverLanguage)
    const known = billing && stores.read(billing).value
    host.billing = known?.catalogue === catalogue ? known : undefined
    if (host.billing && pendingOf(payerOf(host.server)).get()['plan-change']) this.#resume()
    const { error } = host.offer
    if (error && error !== this.#explained) void this.#explain(error)
  }

  /** The attribute alone does not move a radio button that a visitor has touched. */
  hostUpdated(): void {
    for (const radio of this.#radios()) radio.checked = radio.value === this.#chosen(radio.name)
  }

  /** A plan change was under way when the page was left: the dialog that opens here resumes it. */
  #resume() {
    if (this.#resumed) return
    this.#resumed = true
    void import('../elements/plan-change/plan-change.ts').then(({ planChangeIn }) => planChangeIn(this.#host))
  }

  get #choice() {
    return choiceOf(`${this.#host.server} ${this.#host.catalogue}`)
  }

  async #explain(error: ApiError) {
    this.#explained = error
    const host = this.#host
    reportError(host, error)
    const words = await loadWords(actionsArea, host.language)
    host.trouble = failure(host.words.failed, error, words, host.reload)
  }

  #radios() {
    return this.#host.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')
  }

  #chosen(name: string) {
    return name === 'interval' ? this.#host.chosenInterval : this.#host.chosenCurrency
  }

  /** What a visitor has switched in the server-rendered markup before this code loaded. */
  #adoptPicks() {
    for (const { name, value, checked } of this.#radios()) {
      if (checked && value !== this.#chosen(name)) Object.assign(this.#host, { [name]: value })
    }
  }

  #handleChange = ({ target }: Event) => {
    const { type, name, value } = target as HTMLInputElement
    if (type !== 'radio') return
    Object.assign(this.#host, { [name as Switch]: value })
    void this.#announce(value)
  }

  async #announce(value: string) {
    const { announceMonth, announceYear } = await loadWords(actionsArea, this.#host.language)
    this.#status.textContent = { month: announceMonth, year: announceYear }[value] ?? value
  }

  #handleClick = (event: Event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-action]')
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent
    const { offer, catalogue = '', outcome, chosenInterval } = this.#host
    const plan = offer.list?.plans.find(({ id }) => id === link?.dataset.plan)
    if (!link || !plan || metaKey || ctrlKey || shiftKey) return
    event.preventDefault()
    if (outcome?.busy) return
    const selection = {
      action: link.dataset.action as PlanAction,
      catalogue,
      plan: plan.id,
      interval: (link.dataset.interval as Interval | undefined) ?? chosenInterval,
      currency: offer.list?.currency ?? '',
    }
    if (!this.#host.dispatchEvent(new WaizantPlanSelectEvent(selection))) return
    this.#host.outcome = { plan: plan.id, busy: true }
    const person = personSignal()
    import('./run-action.ts').then(
      ({ carryOut }) => carryOut(this.#host, selection, plan, link, person),
      () => location.assign(link.href),
    )
  }

  /** Back from the payment page through the browser's history: the buttons are enabled again. */
  #handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#host.outcome = undefined
  }
}
