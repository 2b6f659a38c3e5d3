import type { AstroGlobal } from 'astro'
import type { CheckoutOpened } from '#contract/checkout'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { readPlans } from '../api/read-plans.ts'
import { send } from '../api/send.ts'
import { type CatalogueId, catalogueOf } from '../catalogues.ts'
import { type Locale, routes } from '../routes.ts'
import { emptyForm, type FormState, readForm, refusedForm } from './form-state.ts'

export interface Order {
  catalogue: CatalogueId
  list: PlanList
  plan: Plan
  interval: Interval
}

/**
 * The form is posted to an address of its own, so that the browser keeps the page it came from. The back button then
 * shows that form with its key, and sending it again leads to the same payment.
 */
export const sentMark = 'sent'

/** Without an order: the requested plan is not sold here. */
export type BuyForm = { order: Order; form: FormState } | { order: null; catalogue: CatalogueId }

/** The same email and company in the same catalogue are one attempt, however they are spelt. */
const intentionOf = (catalogue: CatalogueId, { email = '', company = '' }: Record<string, string>): string =>
  JSON.stringify([catalogue, email.toLowerCase(), company.toLowerCase()])

const readOrder = async (page: AstroGlobal, locale: Locale, asked: (name: string) => string) => {
  const catalogue = catalogueOf(asked('catalogue'))
  if (!catalogue) return null
  const list = await readPlans(page.locals, { catalogue, locale, currency: asked('currency') })
  const plan = list.plans.find(({ id }) => id === asked('plan'))
  const interval: Interval = asked('interval') === 'year' ? 'year' : 'month'
  return plan?.prices[interval] ? { catalogue, list, plan, interval } : null
}

export const orderQuery = (
  { catalogue, list, plan, interval }: Order,
  change: { interval?: Interval; currency?: string } = {},
) =>
  new URLSearchParams({ catalogue, plan: plan.id, interval, currency: list.currency, ...change }).toString()

/** Shows the order with its exact price, or opens the requested checkout and redirects to it. */
export const buyForm = async (page: AstroGlobal, locale: Locale): Promise<BuyForm | Response> => {
  const { searchParams } = page.url
  const posted = page.request.method === 'POST'
  const sent = posted
    ? await readForm(page.request, [
        'catalogue',
        'plan',
        'interval',
        'currency',
        'company',
        'email',
        'time-zone',
      ])
    : null
  const order = await readOrder(page, locale, (name) => sent?.values[name] || searchParams.get(name) || '')
  if (!order) {
    page.response.status = 404
    return { order: null, catalogue: catalogueOf(searchParams.get('catalogue')) ?? 'erp' }
  }
  if (!sent) return { order, form: emptyForm() }
  const { origin } = page.locals
  const answer = await send<CheckoutOpened>(page.locals, '/v1/checkouts', {
    key: sent.key,
    locale,
    body: {
      catalogue: order.catalogue,
      plan: order.plan.id,
      interval: order.interval,
      currency: order.list.currency,
      email: sent.values.email,
      company: sent.values.company,
      buyer: await page.locals.buyer(intentionOf(order.catalogue, sent.values)),
      locale,
      timeZone: sent.values['time-zone'],
      successUrl: origin + routes.thanks[locale],
      cancelUrl: `${origin}${routes.buy[locale]}?${orderQuery(order)}`,
    },
  })
  if (answer.ok) return page.redirect(answer.value.url, 303)
  page.response.status = answer.status || 503
  return { order, form: refusedForm(sent, answer.problem, locale) }
}
