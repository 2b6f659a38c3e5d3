/* eslint-disable lit-a11y/no-redundant-role -- as blocks and flex lines the rows would lose their roles */
import '../../chunks/core.ts'
import { nothing } from 'lit'
import type { ComparisonGroup, ComparisonRow, FeatureValue, Plan, PlanList } from '#contract/plan'
import { html } from '../../base/html.ts'
import { comparisonArea } from '../../i18n/comparison.ts'
import type { ComparisonWords } from '../../i18n/es-mx/comparison.ts'
import { wordsOf } from '../../i18n/namespace.ts'
import { planStyles } from '../../plans/plan.styles.ts'
import { PlanElement } from '../../plans/plan-element.ts'
import { price } from '../../plans/price.ts'
import { switches } from '../../plans/switches.ts'
import { asTheirs } from '../../plans/theirs.ts'
import { actionStyles } from '../../styles/action.ts'
import { baseStyles } from '../../styles/base.ts'
import { readTokens } from '../../styles/first-tokens.ts'
import { tableTokens } from '../../styles/table-tokens.ts'
import { planComparisonStyles } from './plan-comparison.styles.ts'

const valueIn = (row: ComparisonRow, plan: Plan): FeatureValue => row.values[plan.id] ?? false

const isSame = (row: ComparisonRow, plans: readonly Plan[]) =>
  plans.every((plan) => valueIn(row, plan) === valueIn(row, plans[0]!))

/** Browsers skip off-screen content by slice, so no slice may be long. */
const slices = <T>(rows: readonly T[], length = 50): T[][] =>
  Array.from({ length: Math.max(1, Math.ceil(rows.length / length)) }, (_, index) =>
    rows.slice(index * length, (index + 1) * length),
  )

/**
 * Features × plans as a real table, in groups, with the prices and the buttons in a header that stays in view.
 *
 * @fires waizant-plan-select - before anything happens; cancelable
 * @fires waizant-checkout-open - before leaving for the payment page; cancelable
 * @fires waizant-error
 * @slot header - above the table
 * @slot footer - below the table
 * @csspart controls - the switches, where the table has nothing else
 * @csspart differences - the box that leaves only rows in which plans differ
 * @csspart plan - the head of a plan's column
 * @csspart name - its name
 * @csspart group - the name of a group of features
 * @csspart yes - says that a plan has a feature
 * @csspart no - says that it has not
 * @csspart skeleton - the table while the plans are on their way
 */
export class WaizantPlanComparison extends PlanElement {
  static override styles = [
    baseStyles,
    readTokens(tableTokens),
    actionStyles,
    planStyles,
    planComparisonStyles,
  ]

  override readonly otherAreas = [comparisonArea]

  #value = (value: FeatureValue, { included, notIncluded }: ComparisonWords) => {
    // An amount with its currency next to it is too wide for a phone's column.
    if (typeof value === 'string') return value.replaceAll('\u00a0', ' ')
    return html`<span part=${value ? 'yes' : 'no'} role="img" aria-label=${value ? included : notIncluded}></span>`
  }

  #row = (row: ComparisonRow, plans: readonly Plan[], words: ComparisonWords) => html`
    <tr role="row" ?data-same=${isSame(row, plans)}>
      <th role="rowheader" scope="row">${row.name}</th>
      ${plans.map((plan) => html`<td role="cell">${this.#value(valueIn(row, plan), words)}</td>`)}
    </tr>
  `

  #group = (group: ComparisonGroup, plans: readonly Plan[], words: ComparisonWords) =>
    slices(group.rows).map(
      (rows, index) => html`
        <tbody role="rowgroup" ?data-same=${(index ? rows : group.rows).every((row) => isSame(row, plans))}>
          ${index ? nothing : this.#title(group.name, plans.length + 1)}
          ${rows.map((row) => this.#row(row, plans, words))}
        </tbody>
      `,
    )

  #title = (name: string, columns: number) => html`
    <tr role="row">
      <th part="group" role="rowheader" scope="rowgroup" colspan=${columns}>${name}</th>
    </tr>
  `

  #heading = (plan: Plan, offered: PlanList) => html`
    <th role="columnheader" scope="col" part="plan">
      <span part="name" translate="no">${plan.name}</span>
      ${this.mark(plan)} ${price(asTheirs(plan, this.billing), offered, this.words)}
      <div>${this.actions(plan, offered)}</div>
    </th>
  `

  #table = (offered: PlanList, words: ComparisonWords) => html`
    <table role="table" aria-label=${words.comparison}>
      <thead role="rowgroup">
        <tr role="row">
          <td part="controls" role="cell">
            ${switches(this, offered)}
            <label part="differences"><input type="checkbox" />${words.differences}</label>
          </td>
          ${offered.plans.map((plan) => this.#heading(plan, offered))}
        </tr>
      </thead>
      ${offered.comparison.map((group) => this.#group(group, offered.plans, words))}
    </table>
  `

  protected override content(offered: PlanList | undefined): unknown {
    const words = wordsOf(comparisonArea, this.language)
    return offered && words
      ? this.#table(offered, words)
      : html`<div part="skeleton" aria-hidden="true"></div>`
  }
}

customElements.get('waizant-plan-comparison') ??
  customElements.define('waizant-plan-comparison', WaizantPlanComparison)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plan-comparison': WaizantPlanComparison
  }
}
