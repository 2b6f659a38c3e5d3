import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from '#contract/money'
import type { Policy } from '#contract/policy'
import { type AmountLine, quoteAmounts } from './amounts.ts'
import { classifyChange, seatsToBuy } from './classify.ts'

const policy = (billingDay: Policy['billingDay'], downgrade: Policy['downgrade']) =>
  ({ billingDay, downgrade }) as Policy
const erp = policy('contract-day', 'period-end')
const waizant = policy('first-of-month', 'immediate-credit')
const month = (rank: number) => ({ rank, interval: 'month' as Interval })
const year = (rank: number) => ({ rank, interval: 'year' as Interval })

describe('a change', () => {
  it.each([
    [
      'upward takes effect at once, within the running period',
      erp,
      month(1),
      month(2),
      'now unchanged month',
    ],
    ['upward on the 1st as well', waizant, month(1), month(2), 'now unchanged month'],
    ['downward waits where the time is paid', erp, month(2), month(1), 'later month'],
    [
      'downward is at once where the rest becomes balance',
      waizant,
      month(2),
      month(1),
      'now unchanged month',
    ],
    ['to a year begins it on the day of the contract', erp, month(1), year(1), 'now now year'],
    ['to a year waits for the 1st', waizant, month(1), year(1), 'later year'],
    [
      'upward to a year is upward now and a year from the 1st',
      waizant,
      month(1),
      year(2),
      'now unchanged month, later year',
    ],
    [
      'downward to a year is downward now and a year from the 1st',
      waizant,
      month(2),
      year(1),
      'now unchanged month, later year',
    ],
    ['back to months waits for the end of the year', erp, year(1), month(1), 'later month'],
    [
      'back to months on the 1st turns the year’s rest into balance',
      waizant,
      year(1),
      month(1),
      'now unchanged month',
    ],
    ['upward and back to months begins a month at once', erp, year(1), month(2), 'now now month'],
    ['downward and to a year waits too', erp, month(2), year(1), 'later year'],
  ])('%s', (_, rules, from, to, expected) => {
    const { now, later } = classifyChange(rules, from, to)
    const received = [now && `now ${now.anchor} ${now.interval}`, later && `later ${later.interval}`]
    expect(received.filter(Boolean).join(', ')).toBe(expected)
  })

  it('always has an effect, and ends at the requested interval', () => {
    const side = fc.record({
      rank: fc.integer({ min: 0, max: 5 }),
      interval: fc.constantFrom<Interval>('month', 'year'),
    })
    fc.assert(
      fc.property(fc.constantFrom(erp, waizant), side, side, (rules, from, to) => {
        const { now, later } = classifyChange(rules, from, to)
        expect((later ?? now)!.interval).toBe(to.interval)
      }),
    )
  })

  it('keeps the number of seats', () => {
    expect([seatsToBuy(15, 5), seatsToBuy(15, 20), seatsToBuy(15, null), seatsToBuy(null, 5)]).toEqual([
      10, 0, 0, 0,
    ])
  })
})

describe('the amounts of a quote', () => {
  const cents = fc.integer({ min: -10_000_000, max: 10_000_000 })
  const line = (amount: number): AmountLine => ({
    kind: amount < 0 ? 'credit' : 'charge',
    amount,
    quantity: 1,
    prorated: true,
    of: null,
    description: '',
    period: null,
  })

  it('match the provider’s arithmetic and each other, for any lines and any balance', () => {
    fc.assert(
      fc.property(
        fc.array(cents),
        fc.array(fc.nat(1_000_000)),
        cents,
        fc.nat(10_000),
        fc.nat(10_000),
        fc.nat(1_000_000),
        (lines, owed, balance, tax, discount, next) => {
          const total = lines.reduce((sum, amount) => sum + amount, 0) - discount + tax
          // Computes as the provider does: credit is used, debt is added, an amount below the minimum is not
          // charged.
          const open = total - balance
          const amountDue = open < 50 ? 0 : open
          const ending = balance - total + amountDue
          const quote = quoteAmounts({
            currency: 'USD',
            now: { lines: lines.map(line), discount, tax, total, amountDue },
            outstandingLines: owed.map(line),
            balance,
            nextTotal: next,
          })
          const outstanding = owed.reduce((sum, amount) => sum + amount, 0)
          expect(quote.total).toBe(quote.subtotal + quote.tax)
          expect(quote.dueNow).toBe(outstanding + Math.max(0, quote.total - quote.balanceUsed))
          expect(quote.balanceAfter).toBe(quote.balanceBefore - quote.balanceUsed + Math.max(0, -quote.total))
          const nextDue = next - ending
          expect(quote.nextAmount).toBe(nextDue < 50 ? 0 : nextDue)
          expect([quote.dueNow, quote.balanceAfter]).toEqual([outstanding + amountDue, ending])
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
