import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { EncounterPrice } from '#contract/encounters'
import type { Package } from '#contract/plan'
import { html } from '../../base/html.ts'
import { encountersArea } from '../../i18n/encounters.ts'
import type { EncounterWords } from '../../i18n/es-mx/encounters.ts'
import { PurchaseElement } from '../../purchase/purchase-element.ts'
import { stepper } from '../../purchase/stepper.ts'
import type { Buying } from './buying.ts'
import { encounterPurchaseStyles } from './encounter-purchase.styles.ts'

type Priced = Pick<EncounterPrice, 'quantity' | 'unit' | 'total'>

/**
 * Encounters for the connected ecosystem: the packages of its own plan version, the exact price, paid in one click with the
 * saved card, and then the new total. A payment that was under way when the page went away is taken up again.
 *
 * @attr quantity - how many to begin with
 * @fires waizant-before-purchase - confirmed, nothing sent yet; cancelable
 * @fires waizant-purchase-completed - the encounters are delivered
 * @fires waizant-payment-method-needed - before card fields are shown; cancelable
 * @fires waizant-error
 * @csspart available - how many there are now
 * @csspart choice - the form: what to buy, and its bill
 * @csspart packages - the packages to choose from
 * @csspart package - one of them
 * @csspart other - the one with a quantity of one's own
 * @csspart price - what a package costs
 * @csspart saving - how much less its unit is
 * @csspart card - the saved card
 * @csspart link - the button that changes it
 */
export class WaizantEncounterPurchase extends PurchaseElement<EncounterWords, Buying> {
  static override styles = [PurchaseElement.styles, encounterPurchaseStyles]
  static override properties: PropertyDeclarations = {
    quantity: { type: Number },
    isCustom: { state: true },
  }

  declare quantity: number | undefined
  /** The value for a quantity that is no package. @internal */
  declare isCustom: boolean

  override readonly area = encountersArea
  protected override readonly rows = 6

  protected override bring = async (): Promise<Buying> => new (await import('./buying.ts')).Buying(this)

  protected override isSold = ({ encounters }: Billing): boolean => Boolean(encounters.packages?.length)

  number = (count: number): string => new Intl.NumberFormat(this.language).format(count)

  /** The current choice with its price; no total while it loads. */
  chosen({ encounters }: Billing): { quantity: number; unit?: Priced['unit']; total?: Priced['total'] } {
    const packages = encounters.packages!
    const quantity = this.quantity ?? packages[0]!.quantity
    return packages.find((one) => one.quantity === quantity) ?? this.late?.priceOf(quantity) ?? { quantity }
  }

  /** The total on the button. */
  #drawn: Priced['total'] | undefined

  /** The quantity that the host began with, once the person has chosen another. */
  #ofHost: [number | undefined] | undefined

  /** The next person begins as this one did. */
  protected override forget(): void {
    super.forget()
    if (this.#ofHost) [this.quantity] = this.#ofHost
    this.#ofHost = undefined
    this.isCustom = false
  }

  #handlePackage = ({ target }: Event) => {
    const { value } = target as HTMLInputElement
    this.isCustom = !value
    if (value) this.#choose(Number(value))
    else this.renderRoot.querySelector<HTMLInputElement>('[part=quantity]')?.select()
  }

  #handleQuantity = (quantity: number) => {
    this.isCustom = true
    if (quantity) this.#choose(quantity)
  }

  #choose(quantity: number) {
    this.#ofHost ??= [this.quantity]
    this.quantity = quantity
    void this.whenThere((buying) => buying.chosen())
  }

  #handleSubmit = (event: Event) => {
    event.preventDefault()
    const seen = this.#drawn
    void this.whenThere((buying) => buying.pay(seen))
  }

  #handleChange = () => void this.whenThere((buying) => buying.otherCard())

  #package = ({ quantity, unit, total }: Package, chosen: number | undefined, dearest: Package) => {
    const { words } = this
    const percent = Math.floor(100 - (100 * unit.amount) / dearest.unit.amount)
    return html`
      <label part="package">
        <input type="radio" name="package" value=${quantity} .checked=${quantity === chosen} />
        <span>
          <strong>${this.number(quantity)}</strong>
          <small>${words.each(unit.text!)}</small>
        </span>
        <span part="price">
          ${total.text}${percent > 0 ? html`<small part="saving">${words.saving(String(percent))}</small>` : nothing}
        </span>
      </label>
    `
  }

  #other = (quantity: number, isChosen: boolean, [smallest]: Package[]) => {
    const { words } = this
    const by = smallest!.quantity
    return html`
      <div part="package other">
        <label>
          <input type="radio" name="package" value="" .checked=${isChosen} />
          <strong>${words.other}</strong>
        </label>
        ${stepper({
          label: words.quantity,
          less: words.less(this.number(by)),
          more: words.more(this.number(by)),
          value: quantity,
          min: by,
          max: 1_000_000,
          by,
          onChange: this.#handleQuantity,
        })}
      </div>
    `
  }

  #card({ paymentMethod }: Billing) {
    const { words } = this
    if (!paymentMethod) return nothing
    const { brand, last4 } = paymentMethod
    const name = brand[0]!.toUpperCase() + brand.slice(1)
    return html`
      <p part="card">
        <span aria-hidden="true">${words.card(name, last4)}</span>
        <span part="unseen">${words.cardText(name, last4)}</span>
        <button part="link" type="button" @click=${this.#handleChange}>${words.change}</button>
      </p>
    `
  }

  protected override aside({ encounters }: Billing): unknown {
    return html`
      <p part="available">
        <small>${this.words.available}</small>
        <strong>${this.number(this.late?.available(encounters.available) ?? encounters.available)}</strong>
      </p>
    `
  }

  protected override content(billing: Billing): unknown {
    const { words, late } = this
    const packages = billing.encounters.packages!
    const { quantity, unit, total } = this.chosen(billing)
    const isCustom = this.isCustom || !packages.some((one) => one.quantity === quantity)
    const text = total?.text ?? '…'
    this.#drawn = total
    return html`
      <form part="choice" novalidate @submit=${this.#handleSubmit}>
        <fieldset part="packages" @change=${this.#handlePackage}>
          <legend>${words.packages}</legend>
          ${packages.map((one) => this.#package(one, isCustom ? undefined : quantity, packages[0]!))}
          ${this.#other(quantity, isCustom, packages)}
        </fieldset>
        <div part="summary">
          <p part="quiet">${words.of(this.number(quantity))}${unit ? html` × ${unit.text}` : nothing}</p>
          <p part="total">
            <span>${words.total}</span>
            <output part="amount" aria-busy=${!total}>${late?.amount(total) ?? text}</output>
          </p>
          ${late?.notes()} ${this.#card(billing)}
          <button part="action action-main" ?disabled=${late?.isBlocked} aria-busy=${Boolean(late?.isBusy)}>
            ${billing.paymentMethod ? words.pay(text) : words.next(text)}
          </button>
          <p part="quiet">${words.note}</p>
        </div>
      </form>
    `
  }
}

customElements.get('waizant-encounter-purchase') ??
  customElements.define('waizant-encounter-purchase', WaizantEncounterPurchase)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-encounter-purchase': WaizantEncounterPurchase
  }
}
