import '../../chunks/core.ts'
import { nothing } from 'lit'
import { addedFeatures } from '#contract/added-features'
import type { Plan, PlanList } from '#contract/plan'
import { html } from '../../base/html.ts'
import { planStyles } from '../../plans/plan.styles.ts'
import { PlanElement } from '../../plans/plan-element.ts'
import { price } from '../../plans/price.ts'
import { switches } from '../../plans/switches.ts'
import { asTheirs } from '../../plans/theirs.ts'
import { actionStyles } from '../../styles/action.ts'
import { baseStyles } from '../../styles/base.ts'
import { planPickerStyles } from './plan-picker.styles.ts'

const skeletons = [1, 2, 3].map(() => html`<div part="skeleton"></div>`)

const list = (items: readonly string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/**
 * Plan cards that sell: prices by month or year and by currency, what each plan adds, and a button that acts.
 *
 * @fires waizant-plan-select - before anything happens; cancelable
 * @fires waizant-checkout-open - before leaving for the payment page; cancelable
 * @fires waizant-error
 * @slot header - above the switches
 * @slot footer - below the cards
 * @slot plan-{id} - at the end of that plan's card
 * @csspart switches - month or year, and the currency
 * @csspart cards - all plans, in rows of equal height
 * @csspart card - a plan; `card-main` the recommended one
 * @csspart card-header - its name and who it is for
 * @csspart audience - who it is for
 * @csspart card-actions - its buttons
 * @csspart limits - what it allows
 * @csspart features - what it adds to the plan before it
 * @csspart support - what help comes with it
 * @csspart skeleton - a card while the plans are on their way
 */
export class WaizantPlanPicker extends PlanElement {
  static override styles = [baseStyles, actionStyles, planStyles, planPickerStyles]

  #card = (plan: Plan, offered: PlanList) => {
    const { words } = this
    const base = offered.plans.find(({ id }) => id === plan.inherits)
    const main = this.isMain(plan)
    const features = addedFeatures(plan, offered.plans).map(({ name, included }) =>
      typeof included === 'string' ? `${name}: ${included}` : name,
    )
    return html`
      <article part="card ${main ? 'card-main' : ''}" aria-labelledby="name-${plan.id}">
        <header part="card-header">
          <h3 id="name-${plan.id}" translate="no">${plan.name}</h3>
          ${this.mark(plan)}
          <p part="audience">${plan.audience}</p>
        </header>
        <div>${price(asTheirs(plan, this.billing), offered, words)}</div>
        <div part="card-actions">${this.actions(plan, offered)}</div>
        <div part="limits">${list(plan.limitTexts)}</div>
        <div part="features">
          <h4>${base ? words.everythingOf(base.name) : words.includes}</h4>
          ${list(features)}
        </div>
        <div part="support">
          ${plan.support.length ? html`<h4>${words.support}</h4>${list(plan.support)}` : nothing}
          <slot name="plan-${plan.id}"></slot>
        </div>
      </article>
    `
  }

  protected override content(offered: PlanList | undefined): unknown {
    if (!offered) return html`<div part="cards" aria-hidden="true">${skeletons}</div>`
    return html`
      <div part="switches">${switches(this, offered)}</div>
      <div part="cards" data-plans=${offered.plans.length}>${offered.plans.map((plan) => this.#card(plan, offered))}</div>
    `
  }
}

customElements.get('waizant-plan-picker') ?? customElements.define('waizant-plan-picker', WaizantPlanPicker)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plan-picker': WaizantPlanPicker
  }
}
