import '../../chunks/acting.ts'
import { nothing, type ReactiveController } from 'lit'
import type { Billing } from '#contract/billing'
import type { EncounterPrice } from '#contract/encounters'
import type { Money } from '#contract/money'
import { type Speaker, write } from '../../api/mutate.ts'
import { html } from '../../base/html.ts'
import { WaizantBeforePurchaseEvent } from '../../events/before-purchase.ts'
import { WaizantPaymentMethodNeededEvent } from '../../events/payment-method-needed.ts'
import { buyingArea } from '../../i18n/buying.ts'
import type { BuyingWords } from '../../i18n/es-mx/buying.ts'
import { purchaseArea } from '../../i18n/purchase.ts'
import { amountView } from '../../purchase/amount.ts'
import { bringStyles } from '../../purchase/late-styles.ts'
import { lateWords } from '../../purchase/lazy-messages.ts'
import { LivePrice } from '../../purchase/live-price.ts'
import { countUp, roll } from '../../purchase/roll.ts'
import { billingOf } from '../../stores/billing.ts'
import { $connection } from '../../stores/connection.ts'
import { payerOf, pendingOf } from '../../stores/pending.ts'
import { cardStep } from './card-step.ts'
import type { WaizantEncounterPurchase } from './encounter-purchase.ts'
import { type Buyer, type Flow, type Order, type Purchasing, purchasingOf } from './flow.ts'
import { priceProblem, troubleNote } from './notes.ts'
import { doneStep, waitingStep } from './outcome.ts'

/**
 * The price of any quantity, paying, waiting, and what is said meanwhile. It follows the first paint.
 *
 * @csspart asking - the total while it is asked for
 * @csspart card-step - where a new card is given
 * @csspart card-fields - its fields
 * @csspart status - says that they are on their way
 * @csspart buttons - the buttons below them
 * @csspart outcome - what came of paying
 * @csspart progress - turns until the encounters are there
 * @csspart turning - the piece of it that turns
 * @csspart tick - says that they are there
 * @csspart done-title - so do these words
 * @slot card - the fields of a new card: the element itself puts them there
 */
export class Buying implements ReactiveController {
  readonly #element: WaizantEncounterPurchase
  readonly #price: LivePrice<EncounterPrice>
  readonly #buyer: Buyer
  #shownTotal: string | undefined
  #shownStep: string | undefined
  #known: number | undefined
  #counted: number | undefined
  #language: string | undefined

  constructor(element: WaizantEncounterPurchase) {
    this.#element = element
    this.#price = new LivePrice(
      (quantity) => write(this.#speaker, 'encounters/preview', { body: { quantity } }),
      () => element.requestUpdate(),
    )
    this.#buyer = { element, reprice: this.#reprice }
    bringStyles(element)
    element.addController(this)
  }

  get #speaker(): Speaker {
    return { api: this.#element.server, locale: this.#element.serverLanguage }
  }

  get #flow(): Flow {
    return purchasingOf(this.#speaker)
  }

  get #purchasing(): Purchasing {
    return this.#element.stores.read(this.#flow.$purchasing)
  }

  get #billing(): Billing | undefined {
    return billingOf(this.#element.server, this.#element.serverLanguage)?.value?.value
  }

  get isBusy(): boolean {
    return Boolean(this.#purchasing.busy)
  }

  get isBlocked(): boolean {
    return Boolean(this.#price.error)
  }

  /** The price of a quantity that is no package; undefined while it loads. */
  priceOf(quantity: number): EncounterPrice | undefined {
    const { value } = this.#price
    return value?.quantity === quantity ? value : undefined
  }

  #isUnpriced = (billing: Billing) =>
    Boolean(billing.encounters.packages?.length) && !this.#element.chosen(billing).total

  /** Prices what was chosen before the packages arrived or changed. */
  #followUnasked() {
    const billing = this.#billing
    const { isAsking, error } = this.#price
    if (billing && !isAsking && !error && this.#isUnpriced(billing))
      void this.#price.follow(this.#element.chosen(billing).quantity, 0)
  }

  /** Called when another quantity is chosen. */
  chosen(): void {
    const billing = this.#billing
    const { trouble, before, step, busy } = this.#flow.$purchasing.get()
    if (!busy && (trouble || before) && step === 'choose') this.#flow.choose()
    if (!billing) return
    const { quantity } = this.#element.chosen(billing)
    if (billing.encounters.packages?.some((one) => one.quantity === quantity)) this.#price.clear()
    else void this.#price.follow(quantity)
  }

  #reprice = async () => {
    await billingOf(this.#element.server, this.#element.serverLanguage)?.load()
    const { order } = this.#flow.$purchasing.get()
    if (this.#billing && order && this.#isUnpriced(this.#billing)) await this.#price.follow(order.quantity, 0)
  }

  /** The chosen quantity with its price; undefined while the price loads, so that only a shown amount is ever paid. */
  get #order(): Order | undefined {
    const billing = this.#billing
    if (!billing) return undefined
    const { quantity, total } = this.#element.chosen(billing)
    return total && { quantity, total }
  }

  #isAllowed({ quantity, total }: Order) {
    const purchase = { kind: 'encounters', quantity, dueNow: total } as const
    return this.#element.dispatchEvent(new WaizantBeforePurchaseEvent(purchase))
  }

  /** Pays the total on the button. A total that has changed since then has not been shown yet, so it is not paid. */
  pay(seen: Money | undefined): void {
    const order = this.#order
    if (!order || order.total.amount !== seen?.amount || this.isBusy || !this.#isAllowed(order)) return
    void this.#flow.pay(this.#buyer, order, this.#billing?.paymentMethod ?? null)
  }

  otherCard = (): void => {
    const order = this.#order
    if (!order || !this.#element.dispatchEvent(new WaizantPaymentMethodNeededEvent())) return
    void this.#flow.askCard(this.#buyer, order)
  }

  #payNew = () => {
    const { order, busy } = this.#purchasing
    if (order && !busy && this.#isAllowed(order)) void this.#flow.pay(this.#buyer, order, null)
  }

  #back = () => this.#flow.choose()

  forget(): void {
    this.#price.clear()
    this.#shownTotal = this.#shownStep = this.#known = this.#counted = undefined
  }

  hostConnected(): void {
    this.#element.requestUpdate()
  }

  hostDisconnected(): void {
    this.#flow.choose()
    this.#price.clear()
  }

  hostUpdated(): void {
    const { renderRoot, isConnected } = this.#element
    if (!isConnected) return
    const { step } = this.#flow.$purchasing.get()
    const amount = renderRoot.querySelector('[part=amount]')
    const text = amount?.textContent?.trim()
    if (this.#shownTotal && text !== this.#shownTotal && step === 'choose') roll(amount)
    this.#shownTotal = text
    if (this.#shownStep && step !== this.#shownStep) renderRoot.querySelector('h2')?.focus()
    this.#shownStep = step
    this.#translate()
    this.#followUnasked()
    this.#resume()
  }

  /** In another language the price is asked for again, and Stripe's fields start again: they keep their language. */
  #translate() {
    const before = this.#language
    this.#language = this.#element.serverLanguage
    if (!before || before === this.#language) return
    this.#price.again()
    const { step, busy, order } = this.#flow.$purchasing.get()
    if (step !== 'card' || busy || !order) return
    this.#flow.choose()
    void this.#flow.askCard(this.#buyer, order)
  }

  /** Resumes a payment that another page began, or this one before a reload. */
  #resume() {
    const { ecosystem, getToken } = $connection.get()
    if (!ecosystem || !getToken) return
    const pending = this.#element.stores.read(pendingOf(payerOf(this.#element.server))).encounters
    const { step } = this.#flow.$purchasing.get()
    if (pending && step === 'choose') void this.#flow.resume(this.#buyer)
  }

  /** The number of encounters to show: it counts up to a new total. */
  available(available: number): number {
    const from = this.#known
    this.#known = available
    if (from !== undefined && available > from) {
      this.#counted = from
      queueMicrotask(() =>
        countUp(from, available, (counted) => {
          this.#counted = counted === available ? undefined : counted
          this.#element.requestUpdate()
        }),
      )
    }
    return this.#counted ?? available
  }

  /** The total; next to the one shown before, when they differ. */
  amount(total: Money | undefined): unknown {
    const { before, order } = this.#purchasing
    if (!total)
      return html`<span part="asking">${this.#price.error ? '—' : (order?.total.text ?? '…')}</span>`
    return amountView(total, before, before && lateWords(this.#element, purchaseArea))
  }

  /** What prevents the purchase, and the one action that helps. */
  notes(): unknown {
    const words = lateWords(this.#element, buyingArea)
    const common = lateWords(this.#element, purchaseArea)
    const purchasing = this.#purchasing
    const { error } = this.#price
    if (!words || !common || purchasing.busy) return nothing
    if (error) return priceProblem(error, common, () => this.chosen())
    return troubleNote(purchasing, words, common, this.otherCard)
  }

  view(_billing: Billing): unknown {
    const words = lateWords(this.#element, buyingArea)
    const purchasing = this.#purchasing
    const { step, purchase } = purchasing
    if (step === 'choose') return undefined
    if (!words) return nothing
    if (step === 'card') return this.#cardStep(purchasing, words)
    if (step === 'waiting') return waitingStep(purchasing, words)
    const available = this.#billing?.encounters.available ?? 0
    return doneStep(purchase!, available, this.#element.number, words, this.#back)
  }

  #cardStep(purchasing: Purchasing, words: BuyingWords) {
    const { order } = purchasing
    const { words: own, number } = this.#element
    const texts = {
      quantity: number(order?.quantity ?? 0),
      pay: own.pay(order?.total.text ?? ''),
      retry: lateWords(this.#element, purchaseArea)?.retry,
      notes: this.notes(),
    }
    const retry = () => order && void this.#flow.askCard(this.#buyer, order)
    return cardStep(purchasing, words, texts, { back: this.#back, pay: this.#payNew, retry })
  }
}
