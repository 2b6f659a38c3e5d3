import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import { html } from '../../base/html.ts'
import type { LicenceWords } from '../../i18n/es-mx/licences.ts'
import { licencesArea } from '../../i18n/licences.ts'
import { PurchaseElement } from '../../purchase/purchase-element.ts'
import { stepper } from '../../purchase/stepper.ts'
import { licencePurchaseStyles } from './licence-purchase.styles.ts'
import type { Ordering } from './ordering.ts'

/**
 * The seats of the connected ecosystem: how many are in use, included and bought, and another number of them, at exactly
 * what that adds to the next invoice. Below stand the plan's services and what was used of them.
 *
 * @attr quantity - the new total to begin with
 * @fires waizant-before-purchase - confirmed, nothing sent yet; cancelable
 * @fires waizant-purchase-completed - the new number of seats is in force
 * @fires waizant-error
 * @csspart available - how many are free
 * @csspart bar - the seats: in use, and of the plan or bought
 * @csspart facts - the same in words
 * @csspart choice - the new number of seats, and its bill
 * @csspart seats - the new number
 * @csspart new - what the new number means
 * @csspart services - what else can be activated
 * @csspart price - what a service costs
 */
export class WaizantLicencePurchase extends PurchaseElement<LicenceWords, Ordering> {
  static override styles = [PurchaseElement.styles, licencePurchaseStyles]
  static override properties: PropertyDeclarations = { quantity: { type: Number } }

  declare quantity: number | undefined

  override readonly area = licencesArea
  protected override readonly rows = 4

  protected override bring = async (): Promise<Ordering> => new (await import('./ordering.ts')).Ordering(this)

  /** Always true: there are seats and services to show whatever the plan sells. */
  protected override isSold = (): boolean => true

  number = (count: number): string => new Intl.NumberFormat(this.language).format(count)

  #handleQuantity = (quantity: number) => {
    this.quantity = quantity
    void this.whenThere((ordering) => ordering.chosen())
  }

  protected override aside({ licences }: Billing): unknown {
    return licences.total === null
      ? nothing
      : html`
          <p part="available">
            <small>${this.words.total}</small>
            <strong>${this.number(licences.total)}</strong>
          </p>
        `
  }

  /** The seats as a bar: in use, free, and what the choice adds or removes. */
  #bar({ licences }: Billing, chosen: number) {
    const { words } = this
    const { inUse, included, bought, total } = licences
    const all = Math.max(total!, inUse, chosen) || 1
    const part = (name: string, count: number) =>
      html`<svg part=${name} width="${(100 * count) / all}%" height="10"></svg>`
    return html`
      <div part="bar" aria-hidden="true">
        ${part('bar-chosen', chosen)} ${part('bar-kept', Math.min(total!, chosen))}
        ${part('bar-used', inUse)} ${part('bar-included', included ?? 0)}
      </div>
      <ul part="facts">
        <li>${words.inUse(inUse)}</li>
        ${included === null ? nothing : html`<li>${words.included(included)}</li>`}
        ${bought ? html`<li>${words.bought(bought)}</li>` : nothing}
      </ul>
    `
  }

  #services({ services }: Billing) {
    const { words } = this
    if (!services.length) return nothing
    return html`
      <section part="services" aria-labelledby="services">
        <h3 id="services">${words.services}</h3>
        <ul>
          ${services.map(
            ({ name, unit, used }) => html`
              <li>
                <span><strong>${name}</strong><small>${words.each(unit.text!)}</small></span>
                <span part="price">
                  ${used.units ? used.total.text : nothing}
                  <small>${used.units ? words.used(this.number(used.units)) : words.unused}</small>
                </span>
              </li>
            `,
          )}
        </ul>
        <p part="quiet">${words.note}</p>
      </section>
    `
  }

  #choice(billing: Billing) {
    const { words, late } = this
    const { inUse, included, total } = billing.licences
    const quantity = this.quantity ?? total!
    const min = Math.max(included ?? 0, inUse)
    return html`
      <div part="choice">
        <div part="seats">
          ${this.#bar(billing, quantity || total!)}
          <div part="new">
            <strong aria-hidden="true">${words.label}</strong>
            ${stepper({
              label: words.label,
              less: words.less,
              more: words.more,
              value: quantity,
              min,
              max: 10_000,
              by: 1,
              describedby: 'floor',
              onChange: this.#handleQuantity,
            })}
          </div>
          <p part="quiet" id="floor">${late?.floor(billing)}</p>
        </div>
        <div part="summary">${late?.summary(billing) ?? html`<p part="quiet">${words.ask}</p>`}</div>
      </div>
    `
  }

  protected override content(billing: Billing): unknown {
    const { total, packages, bought } = billing.licences
    const canChoose = total !== null && (packages?.length || bought)
    return [canChoose ? this.#choice(billing) : this.#unsold(billing), this.#services(billing)]
  }

  #unsold(billing: Billing) {
    const { total, inUse } = billing.licences
    return total === null
      ? html`<p>${this.words.inUse(inUse)}</p> ${this.late?.unlimited()}`
      : [this.#bar(billing, total), this.closedView(this.known)]
  }
}

customElements.get('waizant-licence-purchase') ??
  customElements.define('waizant-licence-purchase', WaizantLicencePurchase)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-licence-purchase': WaizantLicencePurchase
  }
}
