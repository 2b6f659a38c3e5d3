import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorFrom, cycleAt } from './cycle.ts'
import { applyDiscounts } from './discounts.ts'
import { creditOf, remaining, usedUntil } from './proration.ts'
import { share } from './share.ts'

interface GoldenCase {
  id: string
  period: [start: number, end: number]
  at: number
  lines: { kind: 'unused' | 'remaining' | 'renewal'; unit: number; qty: number; expect: number }[]
  total: number
}

const golden: GoldenCase[] = JSON.parse(
  readFileSync(new URL('./proration-golden.json', import.meta.url), 'utf8'),
)

const debitOf = (
  full: number,
  start: number,
  end: number,
  discounts: { amount: number; discount: string }[] = [],
) => ({
  id: 'd',
  item: 'si',
  subscription: 'sub',
  price: 'p',
  quantity: 1,
  full,
  taxRates: [],
  invoiceItem: null,
  invoice: null,
  line: null,
  basis: { start, end },
  period: { start, end },
  discounts,
})

describe('proration', () => {
  for (const { id, period, at, lines, total } of golden)
    it(`reproduces ${id}`, () => {
      const [start, end] = period
      const amounts = lines.map(({ kind, unit, qty }) => {
        const full = unit * qty
        if (kind === 'renewal') return full
        return kind === 'unused'
          ? creditOf(debitOf(full, start, end), at).amount
          : remaining(full, { start, end }, at)
      })
      expect(amounts).toEqual(lines.map((line) => line.expect))
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
    })

  it('credits a discounted item by what was really debited: half of 10.00 − 1.66', () => {
    const [first] = applyDiscounts([1000, 2000], [{ discount: 'di', percentOff: null, amountOff: 500 }])
    expect(first).toEqual([{ amount: 166, discount: 'di' }])
    expect(creditOf(debitOf(1000, 0, 1000, first), 500).amount).toBe(-417)
  })

  const period = fc.record({
    start: fc.integer({ min: 0, max: 2e9 }),
    length: fc.integer({ min: 3600, max: 366 * 86_400 }),
  })
  const moment = fc.double({ min: 0, max: 1, noNaN: true })

  it('costs nothing when a change is undone in the same second', () => {
    fc.assert(
      fc.property(
        period,
        moment,
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: 0, max: 1e8 }),
        ({ start, length }, part, a, b) => {
          const end = start + length
          const at = Math.min(end - 1, start + Math.floor(part * length))
          const there = creditOf(debitOf(a, start, end), at).amount + remaining(b, { start, end }, at)
          const charged = { ...debitOf(b, start, end), period: { start: at, end } }
          const back = creditOf(charged, at).amount + remaining(a, { start, end }, at)
          expect(there + back).toBe(0)
        },
      ),
    )
  })

  it('credits no more in two parts than it charged, to a cent each', () => {
    fc.assert(
      fc.property(
        period,
        moment,
        moment,
        fc.integer({ min: 1, max: 1e8 }),
        ({ start, length }, x, y, full) => {
          const end = start + length
          const [first, second] = [x, y]
            .map((part) => start + Math.floor(part * length))
            .sort((a, b) => a - b) as [number, number]
          const debit = debitOf(full, start, end)
          const whole = creditOf(debit, first).amount
          const used = usedUntil(debit, first)
          expect(used.period.end).toBe(first)
          const split =
            remaining(full, { start, end }, first, second) + remaining(full, { start, end }, second)
          expect(Math.abs(split + whole)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('rounds a half away from zero, whatever the sign', () => {
    expect([share(1, 1, 2), share(-1, 1, 2), share(3, 1, 2), share(-3, 1, 2), share(0, 1, 3)]).toEqual([
      1, -1, 2, -2, 0,
    ])
  })

  it('gives discounts away completely and never more than there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1e7 }),
        (amounts, off) => {
          const taken = applyDiscounts(amounts, [{ discount: 'di', percentOff: null, amountOff: off }])
          const total = amounts.reduce((sum, amount) => sum + amount, 0)
          const server = taken.flat().reduce((sum, { amount }) => sum + amount, 0)
          expect(server).toBe(Math.min(off, total))
          taken.forEach((each, index) => {
            expect(each.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(amounts[index]!)
          })
        },
      ),
    )
  })
})

describe('billing cycles', () => {
  const at = (text: string) => Date.parse(`${text}Z`) / 1000
  const month = { interval: 'month', interval_count: 1 }

  it('keeps to the end of months: 31 January, 28 February, 31 March, 30 April', () => {
    const anchor = at('2027-01-31T06:00:00')
    expect(cycleAt(anchor, month, anchor).end).toBe(at('2027-02-28T06:00:00'))
    expect(cycleAt(anchor, month, at('2027-02-28T06:00:00')).end).toBe(at('2027-03-31T06:00:00'))
    expect(cycleAt(anchor, month, at('2027-04-01T00:00:00')).end).toBe(at('2027-04-30T06:00:00'))
    expect(cycleAt(at('2028-01-31T06:00:00'), month, at('2028-02-01T00:00:00')).end).toBe(
      at('2028-02-29T06:00:00'),
    )
  })

  it('counts backwards from an anchor in the future, for the stub before it', () => {
    expect(cycleAt(at('2027-04-01T06:00:00'), month, at('2027-03-11T09:00:00'))).toEqual({
      start: at('2027-03-01T06:00:00'),
      end: at('2027-04-01T06:00:00'),
    })
    expect(
      cycleAt(at('2027-04-01T06:00:00'), { interval: 'year', interval_count: 1 }, at('2027-03-11T09:00:00')),
    ).toEqual({
      start: at('2026-04-01T06:00:00'),
      end: at('2027-04-01T06:00:00'),
    })
  })

  it('finds the first day that an anchor configuration names', () => {
    const config = { day_of_month: 1, hour: 6, minute: 0, second: 0 }
    expect(anchorFrom(config, at('2027-03-11T09:00:00'))).toBe(at('2027-04-01T06:00:00'))
    expect(anchorFrom(config, at('2027-03-01T06:00:00'))).toBe(at('2027-03-01T06:00:00'))
    expect(anchorFrom({ ...config, day_of_month: 31 }, at('2027-02-03T00:00:00'))).toBe(
      at('2027-02-28T06:00:00'),
    )
  })

  it('covers every moment by exactly one period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3e9 }),
        fc.integer({ min: 0, max: 3e9 }),
        fc.constantFrom('day', 'week', 'month', 'year'),
        fc.integer({ min: 1, max: 3 }),
        (anchor, moment, interval, interval_count) => {
          const { start, end } = cycleAt(anchor, { interval, interval_count }, moment)
          expect(start).toBeLessThanOrEqual(moment)
          expect(end).toBeGreaterThan(moment)
        },
      ),
    )
  })
})
