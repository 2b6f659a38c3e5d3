import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EncounterAccount, heldAt, withBought, withGrant } from './account.ts'

const day = (count: number) => new Date(Date.UTC(2026, 10, count))
const nothing: EncounterAccount = { total: 0, bought: 0, granted: 0, used: 0, month: null }
const grant = (granted: number, revision = 1, month = 1) => ({
  revision,
  granted,
  from: day(month),
  until: day(month + 30),
})
const used = (account: EncounterAccount, quantity: number) => ({
  ...account,
  total: account.total - quantity,
})
const held = (account: EncounterAccount, now = day(2)) => {
  const { available, included, bought } = heldAt(account, now)
  return [available, included?.left ?? null, bought]
}

describe('encounters of an ecosystem', () => {
  it('are taken from the included ones first, and only then from the bought ones', () => {
    const full = withBought(withGrant(nothing, grant(200), day(1)), 500)
    expect(held(full)).toEqual([700, 200, 500])
    expect(held(used(full, 20))).toEqual([680, 180, 500])
    expect(held(used(full, 250))).toEqual([450, 0, 450])
    expect(held(withBought(used(full, 250), 50))).toEqual([500, 0, 500])
  })

  it('that are included expire with their month, also before that is stored; bought ones stay', () => {
    const full = withBought(withGrant(nothing, grant(200), day(1)), 500)
    expect(held(used(full, 20), day(31))).toEqual([500, null, 500])
    const next = withGrant(used(full, 20), grant(200, 2, 31), day(31))
    expect(held(next, day(32))).toEqual([700, 200, 500])
    expect(held(withGrant(full, grant(200), day(31)), day(31))).toEqual([500, null, 500])
  })

  it('are removed as far as they are unused when less is granted, and used ones count against a later grant', () => {
    const full = withBought(withGrant(nothing, grant(500), day(1)), 40)
    const less = withGrant(used(full, 300), grant(200, 2), day(2))
    expect(held(less)).toEqual([40, 0, 40])
    expect(held(withGrant(used(less, 10), grant(500, 3), day(2)))).toEqual([230, 200, 30])
  })

  it('that an app gives back beyond what was granted are kept as bought', () => {
    const month = withGrant(nothing, grant(200), day(1))
    expect(held(used(used(month, 50), -10))).toEqual([160, 160, 0])
    expect(held(used(month, -5))).toEqual([205, 200, 5])
  })

  it('from before included months count as bought; earlier included ones count for the first month', () => {
    const old: EncounterAccount = { total: 260, bought: 260, granted: 0, used: 200, month: null }
    expect(held(withGrant(old, grant(200), day(2)))).toEqual([260, 0, 260])
    expect(held(withGrant(old, grant(350), day(2)))).toEqual([410, 150, 260])
    const next = withGrant(withGrant(old, grant(200), day(2)), grant(200, 2, 31), day(31))
    expect(held(next, day(32))).toEqual([460, 200, 260])
  })

  it('are the same when a grant comes again, and in any order', () => {
    const grants = [grant(200), grant(350, 2), grant(120, 3), grant(200, 4, 31), grant(500, 5, 31)]
    const anyOrder = fc.shuffledSubarray([...grants, ...grants], { minLength: 1 })
    fc.assert(
      fc.property(anyOrder, (order) => {
        const last = order.reduce((a, b) => (b.revision > a.revision ? b : a))
        const after = order.reduce((account, one) => withGrant(account, one, day(2)), withBought(nothing, 70))
        expect(held(after)).toEqual([70 + last.granted, last.granted, 70])
      }),
    )
  })

  it('never lose a bought one, and never exceed what was granted and bought', () => {
    const step = fc.oneof(
      fc.record({ buys: fc.integer({ min: 1, max: 500 }) }),
      fc.record({ grants: fc.integer({ min: 0, max: 500 }), months: fc.constantFrom(0, 0, 1) }),
      fc.record({ uses: fc.integer({ min: 1, max: 400 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let account = nothing
        let [revision, month, bought, usedNow, most] = [0, 0, 0, 0, 0]
        for (const one of steps) {
          const now = day(month * 30 + 2)
          if ('buys' in one) {
            account = withBought(account, one.buys)
            bought += one.buys
          } else if ('grants' in one) {
            month += one.months
            if (one.months) [usedNow, most] = [0, 0]
            account = withGrant(account, grant(one.grants, ++revision, month * 30 + 1), day(month * 30 + 2))
            most = Math.max(most, one.grants)
          } else {
            const { available, included } = heldAt(account, now)
            if (one.uses > available) continue
            const ofIncluded = Math.min(one.uses, included?.left ?? 0)
            account = used(account, one.uses)
            usedNow += ofIncluded
            bought -= one.uses - ofIncluded
          }
          const after = heldAt(account, day(month * 30 + 2))
          expect(after.bought).toBe(bought)
          expect(after.available).toBe(after.bought + (after.included?.left ?? 0))
          expect(usedNow).toBeLessThanOrEqual(most)
          expect(after.included?.left ?? 0).toBeLessThanOrEqual(Math.max(0, most - usedNow))
        }
      }),
    )
  })
})
