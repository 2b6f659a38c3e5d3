import '../chunks/knowing.ts'
import type { CSSResultGroup, PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import { WaizantElement } from '../base/element.ts'
import { html } from '../base/html.ts'
import { billingOf } from '../stores/billing.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import type { Remote } from '../stores/resource.ts'
import { actionStyles } from '../styles/action.ts'
import { baseStyles } from '../styles/base.ts'
import type { Closed } from './closed.ts'
import { purchaseStyles } from './purchase.styles.ts'

/** The code that loads after the first paint: the steps of a purchase, and their messages. */
export interface Behaviour {
  /** What to show instead of the choice; undefined while there is something to choose. */
  view(billing: Billing): unknown
  /** Another person is connected: drops what was kept. */
  forget(): void
}

export const subscribed = /^(active|canceling|past-due)$/

/**
 * What the elements that sell to a customer share: whose they are, what they show when nothing can be bought.
 *
 * @slot header - above everything
 * @slot footer - below everything
 * @csspart base - everything
 * @csspart heading - the title, and what there is now
 * @csspart summary - the bill of what is chosen
 * @csspart total - its last line
 * @csspart amount - the number of that line
 * @csspart was - the amount before it changed
 * @csspart action - a button; `action-main` is the one that buys, `action-quiet` the way back
 * @csspart quiet - words that matter less
 * @csspart notice - what has to be known before buying
 * @csspart problem - what went wrong
 * @csspart retry - the button that tries again
 * @csspart skeleton - the lines while the billing is on its way
 * @csspart unseen - for screen readers only
 */
export abstract class PurchaseElement<
  Words extends { title: string },
  Late extends Behaviour,
> extends WaizantElement<Words> {
  static override styles: CSSResultGroup = [baseStyles, actionStyles, purchaseStyles]
  static override properties: PropertyDeclarations = {
    late: { state: true },
    closed: { state: true },
  }

  /** @internal */
  declare late: Late | undefined
  /** @internal */
  declare closed: Closed | undefined

  #arriving: Promise<Late> | undefined

  /** The connected ecosystem; `undefined` while no customer is connected. */
  get known(): Remote<Billing> | undefined {
    this.stores.read($connection)
    const store = billingOf(this.server, this.serverLanguage)
    return store && this.stores.read(store)
  }

  protected override forget(): void {
    this.late?.forget()
  }

  protected abstract readonly rows: number
  protected abstract bring(): Promise<Late>
  protected abstract isSold(billing: Billing): boolean
  protected abstract aside(billing: Billing): unknown
  protected abstract content(billing: Billing): unknown

  /** The code behind the choice; a failed import is tried again. */
  protected arrive = (): Promise<Late> => {
    this.#arriving ??= this.bring().then((late) => {
      this.late = late
      return late
    })
    this.#arriving.catch(() => {
      this.#arriving = undefined
    })
    return this.#arriving
  }

  /** Does what a person has asked for, once its code is there, unless another person has connected meanwhile. */
  protected async whenThere(work: (late: Late) => void): Promise<void> {
    const person = personSignal()
    const late = await this.arrive()
    if (!person.aborted) work(late)
  }

  protected override firstUpdated(): void {
    this.arrive().catch(() => console.warn('[waizant] code not loaded; the next touch retries'))
  }

  /** Why nothing can be bought, and what helps; its code loads when it is needed. */
  protected closedView(known: Remote<Billing> | undefined): unknown {
    const { closed } = this
    if (closed) return closed.view(known)
    void import('./closed.ts').then(({ Closed: Arrived }) => {
      this.closed ??= new Arrived(this)
    })
    return this.#skeleton()
  }

  #skeleton = () =>
    html`<div part="skeleton" aria-hidden="true">${Array.from({ length: this.rows }, () => html`<i></i>`)}</div>`

  #body(known: Remote<Billing> | undefined): unknown {
    const billing = known?.value
    if (known && !billing && !known.error) return this.#skeleton()
    const isOpen = billing && subscribed.test(billing.status) && this.isSold(billing)
    return isOpen ? (this.late?.view(billing) ?? this.content(billing)) : this.closedView(known)
  }

  protected override render(): unknown {
    const { known, words } = this
    return html`
      <section part="base" lang=${this.language} aria-labelledby="title" aria-busy=${Boolean(known && !known.value && !known.error)}>
        <slot name="header"></slot>
        <header part="heading">
          <h2 id="title" tabindex="-1">${words.title}</h2>
          ${known?.value && this.aside(known.value)}
        </header>
        ${this.#body(known)}
        <slot name="footer"></slot>
      </section>
    `
  }
}
