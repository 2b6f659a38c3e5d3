import { nothing } from 'lit'
import type { PlanChangeQuote, Remark } from '#contract/plan-change'
import { html } from '../../base/html.ts'
import { dayOf } from '../../i18n/day-text.ts'
import type { ChangeWords } from '../../i18n/es-mx/change.ts'
import { nameOfTarget, type Spoken } from './about.ts'
import { amountView, billView } from './bill.ts'

const remarks = (part: 'gains' | 'losses' | 'keeps', title: string, all: readonly Remark[]) =>
  all.length
    ? html`<div part=${part}><h3>${title}</h3><ul>${all.map(({ text }) => html`<li>${text}</li>`)}</ul></div>`
    : nothing

const blockers = ({ blockers: all }: PlanChangeQuote, words: ChangeWords) =>
  all.length
    ? html`
        <div part="problem" role="alert">
          <strong>${words.blocked}</strong>
          <ul>${all.map(({ text }) => html`<li>${text}</li>`)}</ul>
        </div>
      `
    : nothing

/** The label of the review's button: the amount, the plan, and the day when it is not today. */
export const confirmText = (quote: PlanChangeQuote, { words, language }: Spoken): string => {
  const { dueNow, effect, effectiveAt } = quote
  const plan = nameOfTarget(quote, words)
  const money = dueNow.text ?? ''
  if (effect === 'now') return dueNow.amount > 0 ? words.pay(money, plan) : words.switch(plan)
  const day = dayOf(effectiveAt, language, quote)
  return dueNow.amount > 0 ? words.payLater(money, plan, day) : words.switchLater(plan, day)
}

const due = (quote: PlanChangeQuote, before: PlanChangeQuote | undefined, spoken: Spoken) => {
  const { words, language } = spoken
  const { dueNow, effect, effectiveAt } = quote
  return html`
    <div part="due">
      ${
        dueNow.amount > 0 || before
          ? html`<p>${words.today}</p><p part="due-amount">${amountView(dueNow, before?.dueNow, spoken)}</p>`
          : html`<h3>${words.nothingToday}</h3>`
      }
      ${effect === 'period-end' ? html`<p part="quiet">${words.starts(dayOf(effectiveAt, language, quote))}</p>` : nothing}
    </div>
  `
}

/** On the left what is gained and lost, on the right the bill; the amount due now is the largest number. */
export const reviewView = (
  quote: PlanChangeQuote,
  before: PlanChangeQuote | undefined,
  spoken: Spoken,
): unknown => {
  const { words } = spoken
  const { gains, losses, keeps = [] } = quote
  return html`
    <div part="review">
      <div part="meaning">
        ${due(quote, before, spoken)}
        ${blockers(quote, words)}
        ${remarks('gains', words.gains, gains)}
        ${remarks('losses', words.losses, losses)}
        ${remarks('keeps', words.keeps, keeps)}
        ${gains.length || losses.length ? nothing : html`<p part="quiet">${words.same}</p>`}
      </div>
      ${billView(quote, before, spoken)}
    </div>
  `
}
