import type { Billing } from '#contract/billing'
import type { PlanChangeQuote, PlanChangeResult } from '#contract/plan-change'
import type { Recommendation } from '#contract/recommendation'
import { billing as someBilling, recommendation as someRecommendation } from '../fixtures/customer.ts'
import { upgrade } from '../fixtures/quotes.ts'
import { type Answer, json } from './fake-server.ts'

const own = '/v1/ecosystems/legacy533'

export const paths = {
  billing: `${own}/billing`,
  balance: `${own}/balance`,
  recommendation: `${own}/recommendation`,
  preview: `${own}/plan-changes/preview`,
  changes: `${own}/plan-changes`,
  pending: `${own}/plan-changes/pending`,
  card: `${own}/payment-method`,
}

/** Answers one resource: with a body, or with a new response each time. */
export const on = (
  method: string,
  path: string,
  answer: object | ((times: number) => Response | Promise<Response>),
): Answer => {
  let times = 0
  return (seen) => {
    if (seen.method !== method || seen.path !== path) return undefined
    return typeof answer === 'function' ? answer(times++) : json(answer)
  }
}

/** A request that is never answered. */
export const never = (method: string, path: string): Answer =>
  on(method, path, () => new Promise<Response>(() => {}))

/** The network fails. */
export const dead = (method: string, path: string): Answer =>
  on(method, path, () => {
    throw new TypeError('Failed to fetch')
  })

export interface CustomerSituation {
  billing?: Billing
  recommendation?: Recommendation
  quote?: PlanChangeQuote
  result?: Partial<PlanChangeResult>
}

/** The server of the connected ecosystem `legacy533`. */
export const customerAnswers = ({
  billing = someBilling(),
  recommendation = someRecommendation(),
  quote = upgrade(),
  result,
}: CustomerSituation = {}): Answer[] => [
  on('GET', paths.billing, billing),
  on('GET', paths.recommendation, recommendation),
  on('POST', paths.preview, quote),
  on('POST', paths.changes, {
    status: 'applied',
    billing: someBilling({
      plan: quote.to.plan,
      planName: quote.to.planName,
      balance: quote.balanceAfter,
      nextPayment: quote.nextInvoice,
    }),
    ...result,
  }),
  on('POST', paths.card, { clientSecret: 'seti_1_secret_1' }),
  on('GET', '/v1/config', {
    sandbox: true,
    stripe: { publishableKey: 'pk_test_fake', apiVersion: '2026-03-25.dahlia' },
    gateways: ['stripe'],
    locales: ['es-MX', 'en'],
  }),
]
