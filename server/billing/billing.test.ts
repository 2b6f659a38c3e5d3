import { describe, expect, it } from 'vitest'
import type { Policy } from '#contract/policy'
import { yearPerMonth, yearSavings } from '#contract/savings'
import type { PlanVersionSnapshot } from './catalogue/snapshot.ts'
import { ecosystemIdFrom, ecosystemIdsFor, isReservedName } from './ecosystems/id.ts'
import { statusAt, subscribedStatus } from './ecosystems/status.ts'
import { boughtPerMonth } from './encounters/bought-per-month.ts'
import { formatMoney } from './money/format.ts'
import { nearsSeats, nextBySeats } from './seats/warning.ts'
import { noticesOf } from './subscriptions/notices.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const timeZone = 'America/Mexico_City'
const day = (date: string) => new Date(`${date}T12:00:00Z`)

it('computes the annual saving from the two prices, not from the announced percentage', () => {
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
it('names the currency of dollar amounts for a Mexican reader', () => {
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
  ['Waizant', 'waizant'],
  ['Waizant Backoffice', 'backoffice-2'],
  [`Waizant-${'-'.repeat(40)}`, 'waizant'],
  [`${'waizant-'.repeat(9)}x`, 'ecosistema-100001'],
  ['hasOwnProperty', 'hasownproperty-2'],
  ['Ferretería López', 'ferreteria-lopez'],
])('never gives %j an id that is taken or reserved, but %s', (company, id) => {
  const ids = ecosystemIdsFor(company, 100_001)
  expect(ids[0]).toBe(id)
  expect(ids.filter(isReservedName)).toEqual([])
  expect(ids.at(-1)).toMatch(/-100001$/)
})

it.each([
  ['active', null, 'active'],
  ['active', day('2026-12-01'), 'canceling'],
  ['past_due', null, 'past-due'],
  ['past_due', day('2026-12-01'), 'past-due'],
  ['incomplete', null, 'pending'],
  ['canceled', null, 'canceled'],
  ['unpaid', null, 'suspended'],
  ['paused', null, 'suspended'],
] as const)('calls a %s subscription (cancelled at %s) %s', (status, cancelAt, expected) => {
  expect(subscribedStatus({ status, cancelAt, owes: true })).toBe(expected)
})

it('does not report a debt of zero as past due', () => {
  const forgiven = { status: 'past_due', owes: false }
  expect(subscribedStatus({ ...forgiven, cancelAt: null })).toBe('active')
  expect(subscribedStatus({ ...forgiven, cancelAt: day('2026-12-01') })).toBe('canceling')
})

it('suspends a trial at its end, not a second before', () => {
  const trial = { status: 'trialing' as const, trialEndsAt: day('2026-03-01') }
  expect(statusAt(trial, new Date(+day('2026-03-01') - 1))).toBe('trialing')
  expect(statusAt(trial, day('2026-03-01'))).toBe('suspended')
})

it('counts the remaining days of a trial', () => {
  const trial = { status: 'trialing' as const, trialEndsAt: day('2026-03-01') }
  expect(noticesOf({ ...trial, timeZone }, day('2026-02-18'), 'es-MX')[0]!.text).toBe(
    'Te quedan 11 días de prueba.',
  )
  expect(noticesOf({ ...trial, timeZone }, day('2026-02-28'), 'en')[0]!.text).toBe(
    'You have 1 day of trial left.',
  )
})

it('names the last local day of what ends at midnight', () => {
  const accessUntil = new Date('2026-12-01T06:00:00Z')
  const standing = {
    status: 'canceling' as const,
    trialEndsAt: null,
    accessUntil,
    dataUntil: day('2027-03-01'),
  }
  const text = (timeZone: string) => noticesOf({ ...standing, timeZone }, day('2026-11-20'), 'es-MX')[0]!.text
  expect(text('America/Mexico_City')).toContain('termina el 30 de noviembre de 2026')
  expect(text('America/Tijuana')).toContain('termina el 30 de noviembre de 2026')
  expect(text('UTC')).toContain('termina el 1 de diciembre de 2026')
})

describe('a scheduled change', () => {
  const standing = { status: 'active' as const, trialEndsAt: null, timeZone }
  it('is dated in the language of the reader', () => {
    const change = { planName: 'Básico', interval: 'year' as const, at: day('2026-12-03') }
    const [notice] = noticesOf({ ...standing, change }, day('2026-11-20'), 'es-MX')
    expect(notice).toEqual({
      code: 'change-scheduled',
      text: 'Cambias a Básico anual el 3 de diciembre de 2026. Puedes deshacerlo hasta entonces.',
      at: change.at.toISOString(),
    })
    expect(noticesOf({ ...standing, change }, day('2026-11-20'), 'en')[0]!.text).toContain('December 3, 2026')
  })
})

describe('few seats left', () => {
  const policy = { seatWarningPercent: 90 } as Policy
  const plan = (id: string, rank: number, users: number | null, more = {}) =>
    ({
      id,
      rank,
      name: { 'es-MX': id, en: id },
      limits: { users },
      parameters: [],
      hidden: false,
      ...more,
    }) as unknown as PlanVersionSnapshot
  const offered = [
    plan('Enterprise', 3, null),
    plan('Básico', 1, 10),
    plan('Oculto', 2, 99, { hidden: true }),
    plan('Pro', 2, 50),
  ]

  it.each([
    [8, 10, false],
    [9, 10, true],
    [44, 50, false],
    [45, 50, true],
    [12, 10, true],
    [900, null, false],
  ])('%i of %s: %s', (inUse, total, near) => {
    expect(nearsSeats(inUse, total, policy)).toBe(near)
  })

  it.each([
    [9, 10, 'Básico', 'Usas 9 de 10 licencias. Con Pro tienes 50.', 'Pro'],
    [45, 50, 'Pro', 'Usas 45 de 50 licencias. Con Enterprise no tienes límite.', 'Enterprise'],
  ])('%i of %i names the plan to move to', (inUse, total, of, text, to) => {
    const current = offered.find(({ id }) => id === of)!
    const seats = { inUse, total, next: nextBySeats(current, total, offered) }
    const [notice] = noticesOf(
      { status: 'active', trialEndsAt: null, timeZone, seats },
      day('2026-11-20'),
      'es-MX',
    )
    expect(notice).toEqual({ code: 'licences-near', text, facts: { inUse, total, plan: to, planName: to } })
  })

  it('says so when none is left, and when more seats can be bought', () => {
    const seats = { inUse: 5, total: 5, next: null }
    const [notice] = noticesOf(
      { status: 'active', trialEndsAt: null, timeZone, seats },
      day('2026-11-20'),
      'en',
    )
    expect(notice).toMatchObject({ code: 'licences-full', facts: { inUse: 5, total: 5 } })
    expect(notice!.text).toBe('You use all of your 5 licences: nobody else fits. Buy the ones you need.')
  })
})

it('counts purchases by the ecosystem’s local months', () => {
  const bought = (at: string, quantity: number) => ({ paidAt: new Date(at), quantity })
  const months = boughtPerMonth(
    [
      bought('2026-11-01T05:59:59Z', 50),
      bought('2026-11-01T06:00:00Z', 100),
      bought('2026-11-20T00:00:00Z', 10),
    ],
    { now: new Date('2026-12-01T05:00:00Z'), timeZone: 'America/Mexico_City', months: 3 },
  )
  expect(months).toEqual([
    { month: '2026-09', bought: 0 },
    { month: '2026-10', bought: 50 },
    { month: '2026-11', bought: 110 },
  ])
})
