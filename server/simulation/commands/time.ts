import fc from 'fast-check'
import { expect } from 'vitest'
import type { Billing } from '#contract/billing'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'
import type { Town } from '../town.ts'

const hourMs = 3_600_000

const invoicesOf = async ({ sdk }: Town, { provider }: Life['customer']) =>
  (await sdk.invoices.list({ customer: provider, limit: 100 })).data

/** Time passes. */
export const waits: fc.Arbitrary<Step> = fc
  .constantFrom(1, 5, 30, 80, 24 * 11, 24 * 31)
  .map((hours) => passes(hours))

export const passes = (hours: number): Step =>
  step(`waits ${hours} h`, async (promised, life) => {
    await pass(promised, life, life.town.clock.now().getTime() + hours * hourMs)
  })

/** Waits for the next payment, which must charge what was announced. */
export const renews: fc.Arbitrary<Step> = fc.constantFrom(2, 30).map((hours) => renewsAfter(hours))

export const renewsAfter = (hours: number): Step =>
  step(`waits until ${hours} h after its next payment`, (promised, life) => renew(promised, life, hours))

/** Advances the clock, and checks whether the customer is still there. */
export const pass = async (promised: Promised, { town, customer }: Life, until: number) => {
  await town.advanceTo(new Date(until))
  const { status } = await town.send(`/sandbox/ecosystems/${customer.id}/tickets`)
  promised.isGone = status === 404
}

const renew = async (promised: Promised, life: Life, hours: number) => {
  const { town, customer } = life
  await town.settled()
  const { nextPayment, interval } = (await customer.billing()) as Billing
  // All customers in the town would have to live through a year.
  if (!nextPayment || interval === 'year') return
  const isAnnounced = !promised.isDeaf && !promised.isFailing && promised.asked === null
  const at = Date.parse(nextPayment.date)
  const now = town.clock.now().getTime()
  // What is overdue was announced for an earlier day.
  if (at <= now) return
  await pass(promised, life, at + hours * hourMs)
  if (!isAnnounced) return
  const renewal = (await invoicesOf(town, customer)).find(
    ({ billing_reason, created }) => billing_reason === 'subscription_cycle' && created * 1000 >= at,
  )
  expect(renewal?.amount_due, 'the next payment is what was announced').toBe(nextPayment.amount.amount)
}
