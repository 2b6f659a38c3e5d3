import { expect, it } from 'vitest'
import { yearPerMonth, yearSavings } from '#contract/savings'
import { ecosystemIdFrom } from './ecosystem-id.ts'
import { statusAt, subscribedStatus } from './ecosystem-status.ts'
import { formatMoney } from './format-money.ts'
import { noticesOf } from './notices.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const day = (date: string) => new Date(`${date}T12:00:00Z`)

it('computes the saving of a year from the two prices, not from the announced per cent', () => {
  expect(yearSavings(usd(5900), usd(60_100))).toEqual(usd(10_700))
})
it('shows no saving when a year costs as much as twelve months', () => {
  expect(yearSavings(usd(1000), usd(12_000))).toBeNull()
  expect(yearSavings(null, usd(12_000))).toBeNull()
})
it('rounds a year’s price per month to the cent', () => {
  expect(yearPerMonth(usd(60_100))).toEqual(usd(5008))
})

it.each([
  [2_549_000, 'MXN', 'es-MX', '$25,490.00'],
  [2_549_000, 'MXN', 'en', 'MX$25,490.00'],
  [5900, 'USD', 'en', '$59.00'],
  [5, 'USD', 'en', '$0.05'],
  [-66_600, 'MXN', 'es-MX', '-$666.00'],
  [9_007_199_254_740_991, 'USD', 'en', '$90,071,992,547,409.91'],
] as const)('writes %i %s in %s as %s, to the cent', (amount, currency, locale, text) => {
  expect(formatMoney(amount, currency, locale)).toEqual({ amount, currency, text })
})
it('names the currency of dollars to a Mexican reader', () => {
  expect(formatMoney(5900, 'USD', 'es-MX').text).toMatch(/^USD.59\.00$/)
})

it.each([
  ['Ferretería López', 'ferreteria-lopez'],
  ['  ¡Ñandú & Hijos, S.A. de C.V.!  ', 'nandu-hijos-s-a-de-c-v'],
  ['株式会社', 'ecosistema'],
  ['Legacy533', 'legacy533'],
  ['x'.repeat(100), 'x'.repeat(40)],
])('makes the ecosystem of %j %s', (company, id) => {
  expect(ecosystemIdFrom(company)).toBe(id)
})

it.each([
  ['active', null, 'active'],
  ['active', day('2026-12-01'), 'canceling'],
  ['past_due', null, 'past-due'],
  ['incomplete', null, 'pending'],
  ['canceled', null, 'canceled'],
  ['unpaid', null, 'suspended'],
  ['paused', null, 'suspended'],
] as const)('calls a %s subscription (cancelled at %s) %s', (status, cancelAt, expected) => {
  expect(subscribedStatus({ status, cancelAt })).toBe(expected)
})

it('suspends a trial at its end, not a second before', () => {
  const trial = { status: 'trialing' as const, trialEndsAt: day('2026-03-01') }
  expect(statusAt(trial, new Date(+day('2026-03-01') - 1))).toBe('trialing')
  expect(statusAt(trial, day('2026-03-01'))).toBe('suspended')
})

it('counts the days of a trial that are left', () => {
  const trial = { status: 'trialing' as const, trialEndsAt: day('2026-03-01') }
  expect(noticesOf(trial, day('2026-02-18'), 'es-MX')[0]!.text).toBe('Te quedan 11 días de prueba.')
  expect(noticesOf(trial, day('2026-02-28'), 'en')[0]!.text).toBe('You have 1 day of trial left.')
})
