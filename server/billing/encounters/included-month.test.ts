import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billingMonthOf } from '../calendar/billing-month.ts'
import {
  grantedIn,
  type IncludedBy,
  type IncludedMonth,
  includedMonth,
  type RateChange,
} from './included-month.ts'

const at = (text: string) => new Date(text.includes('T') ? text : `${text}T06:00:00Z`)
const november = { start: at('2026-11-01'), end: at('2026-12-01') }

type Paid = IncludedBy & { source: 'subscription' }
const paid = (rate: number, more: Partial<Paid> = {}): Paid => ({
  source: 'subscription',
  period: november,
  isPaid: true,
  endedAt: null,
  rate,
  changes: [],
  ...more,
})
const granted = (month: IncludedMonth | null) => month && grantedIn(month)

describe('the month of a paid period', () => {
  it.each([
    ['a month', '2026-11-01', '2026-12-01', '2026-11-20', '2026-11-01', '2026-12-01'],
    ['the days before the first 1st', '2026-11-14', '2026-12-01', '2026-11-20', '2026-11-14', '2026-12-01'],
    ['a year', '2026-12-01', '2027-12-01', '2027-02-28T05:59:59Z', '2027-02-01', '2027-03-01'],
    ['a year from the 31st', '2026-01-31', '2027-01-31', '2026-02-28', '2026-02-28', '2026-03-31'],
    ['the last of a year', '2026-01-31', '2027-01-31', '2027-01-30', '2026-12-31', '2027-01-31'],
    ['a month from the 31st', '2026-01-31', '2026-02-28', '2026-02-01', '2026-01-31', '2026-02-28'],
    ['the month after a short one', '2026-02-28', '2026-03-31', '2026-03-30', '2026-02-28', '2026-03-31'],
  ])('of %s', (_, start, end, now, from, until) => {
    expect(billingMonthOf({ start: at(start), end: at(end) }, at(now))).toMatchObject({
      from: at(from),
      until: at(until),
    })
  })

  it('is none before the period begins and from its end on', () => {
    expect(billingMonthOf(november, at('2026-10-31'))).toBeNull()
    expect(billingMonthOf(november, at('2026-12-01'))).toBeNull()
  })

  it('has every day once, for years and short months from any starting day', () => {
    const anyStart = fc.integer({ min: 0, max: 4_000 }).map((days) => Date.UTC(2026, 0, 1 + days, 6))
    fc.assert(
      fc.property(anyStart, (start) => {
        const period = { start: new Date(start), end: new Date(start) }
        period.end.setUTCFullYear(period.end.getUTCFullYear() + 1)
        let now = period.start
        let months = 0
        for (; now < period.end; months++) {
          const month = billingMonthOf(period, now)!
          expect(month.from).toEqual(now)
          expect(granted(includedMonth(null, paid(200, { period }), now))).toBe(200)
          now = month.until
        }
        expect([months, now]).toEqual([12, period.end])
      }),
    )
  })
})

describe('what a month grants', () => {
  it('is a share of a whole month for the days before the first 1st, rounded down', () => {
    const period = { start: at('2026-11-14'), end: at('2026-12-01') }
    expect(granted(includedMonth(null, paid(200, { period }), at('2026-11-14')))).toBe(
      Math.floor((200 * 17) / 30),
    )
  })

  it('is nothing until the month is paid, and then everything', () => {
    expect(includedMonth(null, paid(200, { isPaid: false }), at('2026-11-03'))).toBeNull()
    const late = includedMonth(null, paid(200), at('2026-11-20'))
    expect([late!.from, granted(late)]).toEqual([november.start, 200])
  })

  it('is the difference for the days left after an upgrade', () => {
    const before = includedMonth(null, paid(200), at('2026-11-02'))
    const changes: RateChange[] = [{ at: at('2026-11-16'), from: 200, to: 501 }]
    const after = includedMonth(before, paid(501, { changes }), at('2026-11-16'))
    expect(granted(after)).toBe(200 + Math.floor(301 / 2))
    // Computed again, or for the first time long after, the result is the same.
    const by = paid(501, { changes })
    expect(includedMonth(after, by, at('2026-11-20'))).toEqual(after)
    expect(granted(includedMonth(null, by, at('2026-11-29')))).toBe(granted(after))
  })

  it('adds nothing for an upgrade and a downgrade within a minute', () => {
    let month = includedMonth(null, paid(0), at('2026-11-02'))
    const changes: RateChange[] = []
    const second = (count: number) => new Date(+at('2026-11-16T06:00:01Z') + count * 1_000)
    for (let count = 0; count < 60; count++) {
      const [from, to] = count % 2 ? [500, 0] : [0, 500]
      changes.push({ at: second(count), from, to })
      month = includedMonth(month, paid(to, { changes }), second(count + 1))
      expect(granted(month)).toBe(to ? 249 : 0)
    }
  })

  it('goes on when a subscription ends and another begins within it, and nothing is granted twice', () => {
    const first = includedMonth(null, paid(200), at('2026-11-02'))
    const over = includedMonth(first, paid(200, { endedAt: at('2026-11-11') }), at('2026-11-11'))
    expect(granted(over)).toBe(Math.floor((200 * 10) / 30))
    const period = { start: at('2026-11-21'), end: at('2026-12-01') }
    const again = includedMonth(over, paid(200, { period }), at('2026-11-22'))
    expect([again!.until, granted(again)]).toEqual([november.end, Math.floor((200 * 20) / 30)])
  })

  it('starts a new month where the current one ends, when the billing day changes', () => {
    const before = includedMonth(null, paid(200), at('2026-11-02'))
    const period = { start: at('2026-11-16'), end: at('2027-11-16') }
    const during = includedMonth(before, paid(200, { period }), at('2026-11-16'))
    expect([during!.until, granted(during)]).toEqual([november.end, 200])
    const next = includedMonth(during, paid(200, { period }), at('2026-12-01'))
    expect([next!.from, next!.until]).toEqual([at('2026-12-01'), at('2026-12-16')])
    expect(granted(next)).toBe(100)
    const whole = includedMonth(next, paid(200, { period }), at('2026-12-16'))
    expect(granted(whole)).toBe(200)
  })

  it('of a trial is granted once for the whole trial, and ends with it or with the first payment', () => {
    const trial = { source: 'trial', from: at('2026-11-05'), until: at('2026-12-05'), rate: 50 } as const
    const month = includedMonth(null, trial, at('2026-11-20'))
    expect([month!.until, granted(month)]).toEqual([trial.until, 50])
    const period = { start: at('2026-11-16'), end: at('2026-12-01') }
    const bought = includedMonth(month, paid(200, { period }), at('2026-11-16'))
    expect([bought!.from, granted(bought)]).toEqual([at('2026-11-16'), 100])
  })

  it('never exceeds what the days on each plan justify, for any changes, seen at any times', () => {
    const length = (+november.end - +november.start) / 1000
    const step = fc.record({
      after: fc.integer({ min: 0, max: length / 4 }),
      rate: fc.constantFrom(0, 200, 201, 500),
      isSeen: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(0, 200, 500), fc.array(step, { maxLength: 12 }), (begin, steps) => {
        let month = includedMonth(null, paid(begin), november.start)
        let [second, rate, worth] = [0, begin as number, 0]
        const changes: RateChange[] = []
        for (const { after, rate: to, isSeen } of steps) {
          if (second + after >= length) break
          worth += rate * after
          second += after
          const now = new Date(+november.start + second * 1000)
          changes.push({ at: now, from: rate, to })
          rate = to
          if (isSeen) month = includedMonth(month, paid(rate, { changes }), now)
        }
        worth += rate * (length - second)
        month = includedMonth(month, paid(rate, { changes }), new Date(+november.end - 1000))
        expect(granted(month)).toBe(Math.floor(worth / length))
      }),
    )
  })
})
