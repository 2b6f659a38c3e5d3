import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { monthlyCost, type RealUsage, sellsSeats } from './monthly-cost.ts'
import { type Advice, recommendPlan, type Situation } from './recommend.ts'

const words = (name: string) => ({ 'es-MX': name, en: name })

interface Shape {
  id: string
  rank: number
  price?: number | null
  users?: number | null
  seats?: { included: number; units: number[] } | null
  encounters?: number[]
  service?: number | null
  contactSales?: boolean
}

/** A plan with its monthly price in dollars; units are those of packages of 1, 10 and 100. */
const planOf = ({
  id,
  rank,
  price = null,
  users,
  seats = null,
  encounters = [],
  service = null,
  ...rest
}: Shape) =>
  ({
    id,
    versionId: `x/${id}/1`,
    version: 1,
    name: words(id),
    description: words(''),
    audience: words(''),
    rank,
    highlighted: false,
    contactSales: rest.contactSales ?? false,
    hidden: false,
    inherits: null,
    prices: price === null ? [] : [{ currency: 'USD', interval: 'month', amount: price }],
    limits: users === undefined ? {} : { users },
    limitTexts: [],
    features: {},
    parameters: [
      ...(seats
        ? [{ id: 'licences', name: words('l'), included: seats.included, packages: packs(seats.units) }]
        : []),
      ...(encounters.length
        ? [{ id: 'encounters', name: words('e'), included: 0, packages: packs(encounters) }]
        : []),
    ],
    services: service === null ? [] : [{ id: 'audit', name: words('a'), currency: 'USD', unit: service }],
    support: [],
  }) as PlanVersionSnapshot

const packs = (units: number[]) =>
  units.map((unit, index) => ({
    currency: 'USD' as const,
    interval: 'month' as const,
    quantity: 10 ** index,
    unit,
  }))

const terms = { currency: 'USD', interval: 'month', seats: null } as const

const basico = planOf({ id: 'basico', rank: 1, price: 5_900, users: 10 })
const pro = planOf({ id: 'pro', rank: 2, price: 14_900, users: 50 })
const enterprise = planOf({ id: 'enterprise', rank: 3, users: null, contactSales: true })
const erp = [basico, pro, enterprise]

const advise = (
  current: PlanVersionSnapshot,
  users: number,
  more: Partial<Situation> & { usage?: RealUsage } = {},
): Advice =>
  recommendPlan({
    current,
    offered: erp,
    terms,
    usage: { users, encounters: 0, services: [] },
    seats: current.limits.users ?? null,
    isSubscribed: true,
    warnAtPercent: 90,
    ...more,
  })

const said = ({ plan, code, isCurrent }: Advice) => [plan.id, code, isCurrent]

describe('a limit of users', () => {
  it('is near at 9 of 10 and 45 of 50, with the plan to move to', () => {
    expect(said(advise(basico, 8))).toEqual(['basico', 'fits', true])
    expect(said(advise(basico, 9))).toEqual(['pro', 'limit-near', false])
    expect(said(advise(basico, 10))).toEqual(['pro', 'limit-reached', false])
    expect(said(advise(pro, 44))).toEqual(['pro', 'fits', true])
    expect(said(advise(pro, 45))).toEqual(['enterprise', 'limit-near', false])
    expect(said(advise(pro, 50))).toEqual(['enterprise', 'limit-reached', false])
  })

  it('recommends a plan that is sold through a quote only when no priced one has room', () => {
    expect(advise(pro, 46)).toMatchObject({ cost: null, costNow: 14_900 })
    expect(said(advise(pro, 46, { offered: [basico, pro] }))).toEqual(['pro', 'limit-near', true])
    expect(said(advise(enterprise, 5_000, { seats: null }))).toEqual(['enterprise', 'fits', true])
  })

  it('that licences can raise is no reason for another plan', () => {
    const plus = planOf({ id: 'plus', rank: 2, price: 9_900, seats: { included: 5, units: [800, 700, 600] } })
    const premium = planOf({ id: 'premium', rank: 3, price: 19_900, seats: { included: 5, units: [700] } })
    const offered = [plus, premium]
    expect(said(advise(plus, 5, { offered, seats: 5 }))).toEqual(['plus', 'limit-reached', true])
    expect(said(advise(plus, 9, { offered, seats: 10 }))).toEqual(['plus', 'limit-near', true])
    expect(said(advise(plus, 200, { offered, seats: 200 }))).toEqual(['plus', 'limit-reached', true])
  })
})

describe('the cheapest plan', () => {
  it('recommends a smaller plan only where all users fit comfortably', () => {
    expect(advise(pro, 3)).toMatchObject({
      plan: basico,
      code: 'cheaper',
      cost: 5_900,
      costNow: 14_900,
      saving: { amount: 9_000, interval: 'month', byUsage: false },
    })
    expect(said(advise(pro, 9))).toEqual(['pro', 'fits', true])
  })

  it('that is larger is recommended when its units make up for its price', () => {
    const lite = planOf({ id: 'lite', rank: 1, price: 4_900, encounters: [60, 55], service: 600 })
    const plus = planOf({ id: 'plus', rank: 2, price: 9_900, encounters: [55, 40], service: 500 })
    const usage = { users: 1, encounters: 400, services: [{ id: 'audit', units: 20 }] }
    expect(advise(lite, 1, { offered: [lite, plus], usage })).toMatchObject({
      plan: plus,
      code: 'cheaper',
      costNow: 4_900 + 400 * 55 + 20 * 600,
      cost: 9_900 + 400 * 40 + 20 * 500,
    })
  })

  it('is recommended to a new customer, with room to grow', () => {
    const newcomer = { isSubscribed: false }
    expect(advise(pro, 1, newcomer)).toMatchObject({
      plan: basico,
      isCurrent: false,
      cost: 5_900,
      costNow: null,
    })
    expect(said(advise(pro, 9, newcomer))).toEqual(['pro', 'fits', false])
    expect(said(advise(pro, 80, newcomer))).toEqual(['enterprise', 'fits', false])
  })
})

const amount = fc.integer({ min: 0, max: 100_000 })
const units = fc.array(amount, { minLength: 0, maxLength: 3 })

const somePlan = (rank: number) =>
  fc
    .record({
      price: fc.option(amount),
      users: fc.option(fc.integer({ min: 1, max: 60 })),
      seats: fc.option(fc.record({ included: fc.integer({ min: 1, max: 60 }), units })),
      encounters: units,
      service: fc.option(amount),
      contactSales: fc.boolean(),
    })
    .map((shape) => planOf({ id: `plan-${rank}`, rank, ...shape }))

const someSituation: fc.Arbitrary<Situation> = fc
  .record({
    offered: fc.tuple(somePlan(1), somePlan(2), somePlan(3), somePlan(4)),
    at: fc.integer({ min: 0, max: 3 }),
    users: fc.integer({ min: 1, max: 80 }),
    encounters: fc.integer({ min: 0, max: 300 }),
    audits: fc.integer({ min: 0, max: 20 }),
    seats: fc.option(fc.integer({ min: 1, max: 80 })),
    isSubscribed: fc.boolean(),
    warnAtPercent: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ offered, at, users, encounters, audits, ...rest }) => ({
    ...rest,
    offered,
    current: offered[at]!,
    terms: { ...terms, seats: rest.isSubscribed ? rest.seats : null },
    usage: { users, encounters, services: audits ? [{ id: 'audit', units: audits }] : [] },
  }))

const holds = (check: (situation: Situation, advice: Advice) => void) =>
  fc.assert(
    fc.property(someSituation, (situation) => check(situation, recommendPlan(situation))),
    { numRuns: 2_000 },
  )

describe('for any catalogue and any usage a recommendation', () => {
  it('is large enough for the usage, unless it is the current plan or sold through a quote', () =>
    holds(({ terms, usage }, { plan, isCurrent, cost }) => {
      if (isCurrent || plan.contactSales || cost === null) return
      expect(monthlyCost(plan, terms, usage)).toBe(cost)
    }))

  it('costs less than the current plan, or avoids a limit', () =>
    holds((_, { code, isCurrent, cost, costNow }) => {
      if (code === 'cheaper') expect(cost!).toBeLessThan(costNow!)
      if (code === 'fits' && costNow !== null) expect(isCurrent).toBe(true)
    }))

  it('is never more expensive than another plan that would do as well', () =>
    holds(({ offered, current, terms, usage, isSubscribed, warnAtPercent }, { plan, cost, code }) => {
      if (cost === null) return
      for (const other of offered) {
        const dear = monthlyCost(other, terms, usage)
        if (dear === null || other.contactSales || other === plan) continue
        const included =
          other.parameters[0]?.id === 'licences' ? other.parameters[0].included : other.limits.users
        const comfortable = included == null || usage.users * 100 < included * warnAtPercent
        const roomy = comfortable || sellsSeats(other, terms)
        const isLimit = code === 'limit-near' || code === 'limit-reached'
        const stays = isSubscribed && (!isLimit || sellsSeats(current, terms))
        const wouldDo = stays ? comfortable || other.rank > current.rank : roomy && other !== current
        if (wouldDo) expect(cost).toBeLessThanOrEqual(dear)
      }
    }))

  it('depends only on its input, in any order', () =>
    holds((situation, advice) => {
      const shuffled = { ...situation, offered: [...situation.offered].reverse() }
      expect(recommendPlan(shuffled)).toEqual(advice)
    }))
})
