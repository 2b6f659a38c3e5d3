import { cycleAt, remaining } from '@waizant/stripe-sandbox/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimumCharge } from '../money/minimum-charge.ts'
import { firstPeriod } from './first-period.ts'

const medical = { billingDay: 'first-of-month' } as const
const plus = { amount: 9_900, quantity: 1, currency: 'USD', interval: 'month' } as const

describe('the first period', () => {
  it('is a whole one where each subscription has a day of its own', () => {
    const bought = { prices: [plus], at: new Date('2026-11-14T16:00:00Z'), timeZone: 'UTC' }
    expect(firstPeriod({ billingDay: 'contract-day' }, bought)).toBeNull()
  })

  it.each([
    ['2026-11-14T16:00:00Z', 'America/Mexico_City', '2026-12-01T06:00:00Z'],
    ['2026-12-01T05:59:59Z', 'America/Mexico_City', '2026-12-01T06:00:00Z'],
    ['2026-12-01T06:00:00Z', 'America/Mexico_City', '2027-01-01T06:00:00Z'],
    ['2026-12-01T06:30:00Z', 'America/Tijuana', '2026-12-01T08:00:00Z'],
    ['2026-12-01T06:30:00Z', 'Asia/Tokyo', '2027-01-01T06:00:00Z'],
    ['2027-02-28T23:00:00Z', 'UTC', '2027-03-01T06:00:00Z'],
  ])('bought at %s in %s ends at %s', (at, timeZone, ends) => {
    const { anchor } = firstPeriod(medical, { prices: [plus], at: new Date(at), timeZone })!
    expect(anchor).toEqual(new Date(ends))
  })

  it('is charged only while the provider takes the amount, for any prices and moments', () => {
    const price = fc.record({
      amount: fc.integer({ min: 60, max: 900_000 }),
      quantity: fc.integer({ min: 1, max: 40 }),
    })
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) })
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 1, maxLength: 2 }),
        fc.constantFrom('MXN', 'USD'),
        fc.constantFrom('month', 'year'),
        moments,
        fc.nat(),
        (lines, currency, interval, moment, later) => {
          const prices = lines.map((line) => ({ ...line, currency, interval }) as const)
          const at = new Date(Math.floor(moment / 1000) * 1000)
          const { anchor, isFree, chargeableUntil } = firstPeriod(medical, { prices, at, timeZone: 'UTC' })!
          expect(anchor > at).toBe(true)
          if (isFree) return
          const [now, end, last] = [at, anchor, chargeableUntil].map((date) => date.getTime() / 1000) as [
            number,
            number,
            number,
          ]
          const paid = now + (later % (last - now + 1))
          const whole = cycleAt(end, { interval, interval_count: 1 }, paid)
          const total = prices.reduce(
            (sum, { amount, quantity }) => sum + remaining(amount * quantity, whole, paid),
            0,
          )
          expect(total).toBeGreaterThanOrEqual(minimumCharge[currency])
        },
      ),
    )
  })
})
