import { nothing } from 'lit'
import type { Billing, EcosystemStatus } from '#contract/billing'
import { html } from '../../base/html.ts'
import { actionOf } from '../../billing-actions/action-of.ts'
import { cardName } from '../../billing-actions/card-name.ts'
import { dayOf } from '../../i18n/day-text.ts'
import type { BillingWords } from '../../i18n/es-mx/billing.ts'

/** The texts and data of the panel's views. */
export interface Spoken {
  words: BillingWords
  language: string
  /** The action that is running. */
  busy: string | undefined
}

type PanelAction = keyof BillingWords['actions']

const looks: Readonly<Record<EcosystemStatus, string>> = {
  trialing: 'good',
  active: 'good',
  pending: 'idle',
  'past-due': 'bad',
  suspended: 'bad',
  canceling: 'idle',
  canceled: 'idle',
}

const button = (
  action: PanelAction,
  { words, busy }: Spoken,
  part = '',
  label: string = words.actions[action],
) => html`
  <button part="action ${part}" type="button" data-action=${action} aria-busy=${busy === action}>
    ${label}
  </button>
`

const scheduled = (billing: Billing, spoken: Spoken) => {
  const { pendingChange: change } = billing
  if (!change) return nothing
  const { words, language } = spoken
  return html`
    <div part="row">
      <p>${words.scheduled(change.planName, change.interval, dayOf(change.effectiveAt, language, billing))}</p>
      ${button('undo-change', spoken, 'action-quiet')}
    </div>
  `
}

/**
 * The plan, its version, the status of the subscription, and the scheduled change.
 *
 * @csspart plan-name - the plan, and the status of the subscription
 * @csspart end - the buttons at the end of a piece
 */
export const planView = (billing: Billing, spoken: Spoken): unknown => {
  const { status, planName, interval, planVersion } = billing
  const { words } = spoken
  const changes = status === 'active' || status === 'past-due' || status === 'canceling'
  return html`
    <h3>${words.plan}</h3>
    <p part="plan-name">
      <bdi translate="no">${planName}</bdi> <span part="status status-${looks[status]}">${words.statuses[status]}</span>
    </p>
    <p part="quiet">${words.edition(interval, planVersion)}</p>
    ${scheduled(billing, spoken)}
    <div part="end">
      <slot name="plan-change">${changes ? button('change-plan', spoken) : nothing}</slot>
    </div>
  `
}

/** What comes next, as a sentence: what is paid and when, or what has to be done first. */
const sentence = (billing: Billing, { words, language }: Spoken): string => {
  const { status, nextPayment, paymentMethod, trialEndsAt, notices, due } = billing
  const day = (at: string) => dayOf(at, language, billing)
  if (status === 'pending') return words.confirming
  if (status === 'trialing' && trialEndsAt) return words.trialEnds(day(trialEndsAt))
  if (due) return words.owes(due.amount.text ?? '')
  if (status !== 'active') return notices[0]?.text ?? words.statuses[status]
  if (!nextPayment) return words.nothingNext
  const { date, amount } = nextPayment
  if (amount.amount <= 0) return words.free(day(date))
  return words.pays(day(date), amount.text ?? '', paymentMethod ? cardName(paymentMethod) : '')
}

const method = (billing: Billing, spoken: Spoken, isMain: boolean) => {
  const { paymentMethod: card } = billing
  const { words } = spoken
  return html`
    <div part="row">
      <div>
        <p part="quiet">${words.method}</p>
        <p part="method">${card ? cardName(card) : words.noMethod}</p>
        ${
          card
            ? html`<p part="quiet">${words.expires(String(card.expiresMonth).padStart(2, '0'), card.expiresYear)}</p>`
            : nothing
        }
      </div>
      ${isMain ? nothing : button('change-card', spoken, 'action-quiet', words.actions[card ? 'change-card' : 'add-card'])}
    </div>
  `
}

/** Why a charge failed, and what follows from it. */
const reason = (billing: Billing, { words, language }: Spoken) => {
  const { due, status } = billing
  if (!due) return nothing
  const day = dayOf(due.suspendsAt, language, billing)
  return html`<p part="reason">${due.reason.text} ${status === 'past-due' ? words.suspends(day) : words.returns}</p>`
}

/** The action that a notice asks for; none in the ordinary state: active, with a payment method. */
const helpOf = ({ status, notices }: Billing): PanelAction | undefined => {
  const [notice] = notices
  const isOrdinary = status === 'active' && notice?.code !== 'no-payment-method'
  const action = isOrdinary ? undefined : notice && actionOf(notice)
  return action === 'see-change' || action === 'buy-licences' ? undefined : action
}

/** The one action that helps; after a failed charge, the alternative as well. */
const help = (billing: Billing, spoken: Spoken) => {
  const action = helpOf(billing)
  if (!action) return nothing
  const { words } = spoken
  const { due, paymentMethod } = billing
  const labels: Partial<Record<PanelAction, string>> = {
    'change-card': words.actions[paymentMethod ? 'update-card' : 'add-card'],
    'pay-invoice': words.payNow(due?.amount.text ?? ''),
  }
  return html`
    <div part="help">
      ${button(action, spoken, 'action-main', labels[action])}
      ${due && action === 'change-card' && paymentMethod ? button('pay-invoice', spoken) : nothing}
    </div>
  `
}

/**
 * The next payment, the card it is paid with, the last one; or the one thing that helps.
 *
 * @csspart sentence - the next payment
 * @csspart reason - why a charge failed
 * @csspart help - the buttons that help
 * @csspart row - a line with its button
 * @csspart method - the card
 */
export const paymentView = (billing: Billing, spoken: Spoken): unknown => {
  const { words, language } = spoken
  const { status, lastPayment, interval, paymentMethod } = billing
  return html`
    <h3>${status === 'active' ? words.next : words.subscription}</h3>
    <p part="sentence">${sentence(billing, spoken)}</p>
    ${reason(billing, spoken)} ${help(billing, spoken)}
    <div part="end">
      ${
        lastPayment
          ? html`<p part="quiet">${words.last(lastPayment.amount.text ?? '', dayOf(lastPayment.date, language, billing))}</p>`
          : nothing
      }
    </div>
    ${paymentMethod || interval ? method(billing, spoken, helpOf(billing) === 'change-card') : nothing}
  `
}
