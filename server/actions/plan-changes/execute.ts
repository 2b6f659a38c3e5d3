import type { Currency } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import { acceptedQuotes, moveQuote, type Quote, quoteById } from '../../db/plan-changes/quotes.ts'
import type { Deps } from '../../deps.ts'
import type { ChangeOutcome, SubscriptionTerms } from '../../payments/port.ts'
import { collectOutstanding, rollbackCollection } from '../collections/collect-outstanding.ts'
import { completeCollection } from '../collections/resume.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { syncSubscription } from '../subscriptions/sync.ts'
import { notifyPlanChange } from './notify.ts'

export interface PlanChangeExecution {
  status: 'applied' | 'scheduled' | 'requires-action'
  clientSecret?: string
}

/**
 * The provider drops an idempotency key after a day, and an unpaid change after 23 hours: later than this
 * nothing new may be started.
 */
const patienceMs = 22 * 60 * 60 * 1000

/**
 * Resumes an accepted quote from wherever it stopped; calling it again returns the result. Every step has an
 * idempotency key of its own, so none happens twice. A declined payment leaves everything as it was and is a
 * `BillingError`. The caller holds the ecosystem's lock (`withEcosystemLock`).
 */
export const executePlanChange = async (
  deps: Deps,
  ecosystem: string,
  id: string,
): Promise<PlanChangeExecution> => {
  const quote = (await quoteById(deps.db, ecosystem, id))!
  if (quote.status === 'applied' || quote.status === 'scheduled') return { status: quote.status }
  if (quote.status !== 'accepted') throw new BillingError('payment-declined')
  const terms = await deps.payments.terms(quote.steps.subscription)
  const key = `${quote.id}/${quote.attempt}`

  const settled = await settle(deps, quote, terms, key)
  if (settled.status !== 'paid')
    return stop(deps, quote, settled, 'outstanding-charges-declined', terms.currency)

  const changed = await changeNow(deps, quote, key)
  if (changed.status !== 'paid') return stop(deps, quote, changed, 'payment-declined', terms.currency)

  const scheduled = await changeLater(deps, quote, key)
  if (scheduled.status !== 'paid') return stop(deps, quote, scheduled, 'payment-declined', terms.currency)

  const { subscription, now } = quote.steps
  const status = now ? 'applied' : 'scheduled'
  await deps.db.transaction(async (tx) => {
    await moveQuote(tx, quote.id, ['accepted'], { status, finishedAt: deps.clock.now() })
    await notifyPlanChange(deps, tx, quote, { status, currency: terms.currency })
  })
  await syncSubscription(deps, subscription)
  return { status }
}

const settle = (
  deps: Deps,
  { ecosystem, steps }: Quote,
  { currency }: SubscriptionTerms,
  key: string,
): Promise<ChangeOutcome> => {
  const { settle, subscription: id, customer } = steps
  const usageUntil = settle.usageUntil ? new Date(settle.usageUntil) : null
  return collectOutstanding(
    deps,
    { ecosystem, id, customer, currency },
    { invoices: settle.invoices, usageUntil },
    key,
  )
}

const changeNow = async (deps: Deps, { id, at, steps }: Quote, key: string): Promise<ChangeOutcome> => {
  const { now, subscription } = steps
  if (!now) return { status: 'paid' }
  const { anchor, items } = now
  const outcome = await deps.payments.changeNow(
    { subscription, at, anchor, items, bills: 'now' },
    `${key}/change`,
  )
  if (outcome.amountDue !== undefined && outcome.amountDue !== now.amountDue)
    deps.log.error(
      { quote: id, shown: now.amountDue, charged: outcome.amountDue },
      'charged amount differs from the quote',
    )
  return outcome
}

const changeLater = async (deps: Deps, { id, steps }: Quote, key: string): Promise<ChangeOutcome> => {
  const { later, now, subscription } = steps
  if (!later || (await deps.payments.scheduleChange({ subscription, ...later }, `${key}/schedule`)))
    return { status: 'paid' }
  if (!now) return { status: 'declined', reason: 'not-possible' }
  // What was paid for stays; only the steps after it are skipped.
  deps.log.error({ quote: id, subscription }, 'scheduled part of a plan change is not possible')
  return { status: 'paid' }
}

/** A payment that has not succeeded: the bank asks for confirmation, or declines. */
const stop = async (
  deps: Deps,
  quote: Quote,
  outcome: ChangeOutcome,
  code: 'payment-declined' | 'outstanding-charges-declined',
  currency: Currency,
): Promise<PlanChangeExecution> => {
  if (outcome.status === 'requires-action')
    return { status: 'requires-action', clientSecret: outcome.clientSecret! }
  if (outcome.status === 'processing') throw new BillingError('request-in-progress')
  const unpaid = code === 'payment-declined' ? (outcome.invoice ?? null) : null
  if (!(await rollBack(deps, quote, unpaid, 'refused')))
    return executePlanChange(deps, quote.ecosystem, quote.id)
  if (outcome.reason === 'no-payment-method') throw new BillingError('no-payment-method')
  if (outcome.reason === 'amount-too-small') throw new BillingError('amount-too-small')
  if (outcome.reason === 'not-possible') throw await notPossible(deps, quote)
  throw new BillingError(code, { amount: { amount: quote.amounts.outstanding, currency } })
}

/** The subscription that was to change is different now, or gone. */
const notPossible = async ({ payments }: Deps, { steps }: Quote): Promise<BillingError> =>
  new BillingError((await payments.terms(steps.subscription)).live ? 'quote-changed' : 'no-subscription')

/**
 * Rolls everything back: the invoice of the change is void, and services wait for their invoice again. False:
 * one of them was paid at the last moment, so the change goes on instead.
 */
const rollBack = async (
  deps: Deps,
  { id, ecosystem, attempt, steps }: Quote,
  invoice: string | null,
  status: 'refused' | 'abandoned',
): Promise<boolean> => {
  if (invoice && !(await deps.payments.voidInvoice(invoice))) return false
  if (!(await rollbackCollection(deps, ecosystem, `${id}/${attempt}`))) return false
  await moveQuote(deps.db, id, ['accepted'], { status, attempt: attempt + 1 })
  await syncSubscription(deps, steps.subscription)
  return true
}

/**
 * Ends what an earlier confirmation left behind. A change that still waits for its bank is rolled back, as is
 * one that can't go on.
 */
export const resumeOtherPlanChanges = async (deps: Deps, ecosystem: string, but?: string): Promise<void> => {
  for (const quote of await acceptedQuotes(deps.db, ecosystem, but))
    if (!(await finish(deps, quote))) await abandon(deps, quote)
}

const abandon = async (deps: Deps, quote: Quote): Promise<void> => {
  const { id, ecosystem, attempt } = quote
  const { waitingFor } = await deps.payments.terms(quote.steps.subscription)
  if (await rollBack(deps, quote, waitingFor, 'abandoned')) return
  if (!isTooOld(deps, quote)) return void (await finish(deps, quote))
  // A payment at the last moment is recorded, but no further step starts.
  await completeCollection(deps, ecosystem, `${id}/${attempt}`)
  await rollBack(deps, quote, null, 'abandoned')
}

const isTooOld = (deps: Deps, { acceptedAt }: Quote): boolean =>
  acceptedAt!.getTime() + patienceMs < deps.clock.now().getTime()

/** Whether the quote has ended; a refusal is an end. */
const finish = async (deps: Deps, quote: Quote): Promise<boolean> => {
  if (isTooOld(deps, quote)) return false
  try {
    return (await executePlanChange(deps, quote.ecosystem, quote.id)).status !== 'requires-action'
  } catch (error) {
    if (!(error instanceof BillingError) || error.code === 'payments-unavailable') throw error
    if (error.code === 'payment-declined' || error.code === 'outstanding-charges-declined')
      await moveQuote(deps.db, quote.id, ['refused'], { status: 'refused', undeliveredError: error.code })
    return error.code !== 'request-in-progress'
  }
}

/**
 * Resumes an accepted quote when no client asks for it any more: after a crash, or once the bank has answered.
 */
export const resumePlanChange = async (deps: Deps, { id, ecosystem }: Pick<Quote, 'id' | 'ecosystem'>) =>
  withEcosystemLock(deps, ecosystem, async () => {
    const quote = await quoteById(deps.db, ecosystem, id)
    if (quote?.status !== 'accepted') return
    if (!(await finish(deps, quote)) && isTooOld(deps, quote)) await abandon(deps, quote)
  })
