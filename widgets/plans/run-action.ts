import '../chunks/acting.ts'
import type { Plan } from '#contract/plan'
import { ApiError } from '../api/answer.ts'
import { html } from '../base/html.ts'
import { pricingPath } from '../base/pricing-path.ts'
import { WaizantCheckoutOpenEvent } from '../events/checkout-open.ts'
import { reportError } from '../events/error.ts'
import type { PlanSelection } from '../events/plan-select.ts'
import { actionsArea } from '../i18n/actions.ts'
import { browserZone } from '../i18n/day-text.ts'
import { loadWords } from '../i18n/namespace.ts'
import { buy, type Purchase } from '../payment/buy.ts'
import { buyer } from '../payment/intention.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import { failure } from './failure.ts'
import type { PlanElement } from './plan-element.ts'

/** Where a buyer goes after paying or cancelling, unless the host sets it. */
const returns = ({ server, language, successUrl, cancelUrl }: PlanElement) => {
  const here = (url: string) => new URL(url, location.href).href
  const isOurs = new URL(here(server || '/')).origin === location.origin
  return {
    successUrl: here(successUrl ?? `${server}${language.startsWith('es') ? '/gracias' : '/en/thanks'}`),
    cancelUrl: here(cancelUrl ?? (isOurs ? location.href : server + pricingPath(language))),
  }
}

const purchase = (
  host: PlanElement,
  { plan, interval, currency, catalogue }: PlanSelection,
  person: AbortSignal,
) => {
  const { ecosystem, getToken } = $connection.get()
  // A customer who follows the link of a mail about their trial buys for it without signing in.
  const link = new URLSearchParams(location.search).get('waizant-link')
  return buy(
    {
      server: host.server,
      locale: host.serverLanguage,
      ...(ecosystem && { getToken, signal: person }),
    },
    {
      catalogue,
      plan,
      interval,
      currency: currency as 'MXN',
      buyer: buyer(),
      ...(ecosystem ? { ecosystem } : link && { link }),
      locale: host.serverLanguage,
      timeZone: browserZone(),
      ...returns(host),
    },
  )
}

const owned = async (host: PlanElement, { id, planName }: Extract<Purchase, { status: 'owned' }>) => {
  const words = await loadWords(actionsArea, host.language)
  const href = new URL(returns(host).successUrl)
  href.searchParams.set('checkout', id)
  return html`
    <p part="done" role="status">
      ${words.owned(planName)} <a href=${href.href}>${words.seeSubscription}</a>
    </p>
  `
}

/** Opens the payment page, if there is one; the button stays busy until the page is left. */
const leave = (host: PlanElement, checkout: { id: string; url: string }) => {
  if (!/^https?:$/.test(new URL(checkout.url, location.href).protocol))
    throw new ApiError(0, 'unsafe-address')
  if (host.dispatchEvent(new WaizantCheckoutOpenEvent(checkout))) location.assign(checkout.url)
  else host.outcome = undefined
}

const sell = async (host: PlanElement, selection: PlanSelection, person: AbortSignal) => {
  const bought = await purchase(host, selection, person)
  person.throwIfAborted()
  if (bought.status === 'open') leave(host, bought.checkout)
  else host.outcome = { plan: selection.plan, final: true, content: await owned(host, bought) }
}

const ask = async (host: PlanElement, { action, plan }: PlanSelection, name: string) => {
  const list = host.offer.list!
  const about = { catalogue: list.catalogue, api: host.server }
  if (action === 'trial' && list.trial) {
    const { openTrial } = await import('../dialogs/trial-dialog/trial-dialog.ts')
    openTrial(host.renderRoot, { ...about, trial: list.trial })
  } else {
    const { openLead } = await import('../dialogs/lead-dialog/lead-dialog.ts')
    openLead(host.renderRoot, { ...about, plan, planName: name })
  }
  host.outcome = undefined
}

const change = async (
  host: PlanElement,
  { plan, interval }: PlanSelection,
  person: AbortSignal,
  opener?: Element,
) => {
  const { planChangeIn } = await import('../elements/plan-change/plan-change.ts')
  person.throwIfAborted()
  await planChangeIn(host).open({ plan, interval, opener })
  host.outcome = undefined
}

/**
 * Runs the action of the pressed button, and shows the outcome next to it.
 *
 * @csspart done - what came of it, in place of the button
 */
export const carryOut = async (
  host: PlanElement,
  selection: PlanSelection,
  plan: Plan,
  opener?: Element,
  person: AbortSignal = personSignal(),
): Promise<void> => {
  if (person.aborted) return
  host.outcome = { plan: plan.id, busy: true }
  try {
    if (selection.action === 'buy') await sell(host, selection, person)
    else if (selection.action === 'change') await change(host, selection, person, opener)
    else await ask(host, selection, plan.name)
  } catch (thrown) {
    if (person.aborted) return
    const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unreachable')
    const words = await loadWords(actionsArea, host.language)
    const lead = error.code === 'checkout-complete' ? '' : words.nothingCharged
    const retry = () => void carryOut(host, selection, plan, opener)
    host.outcome = { plan: plan.id, content: failure(lead, error, words, retry) }
    reportError(host, error)
  }
}
