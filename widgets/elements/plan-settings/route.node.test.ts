import { describe, expect, it } from 'vitest'
import { isElsewhere, type Route, routeOf, tabFor, whereTo } from './route.ts'

const at = (own: Partial<Route> = {}): Route => ({
  view: 'plans',
  catalogue: 'erp',
  plan: 'pro',
  version: 2,
  tab: 'pricing',
  ...own,
})

const nowhere = { plan: undefined, version: undefined, tab: 'parameters' }

describe('The way through the back office', () => {
  it('stays in the version when only the tab changes', () => {
    expect(whereTo(at(), { tab: 'history' })).toEqual(at({ tab: 'history' }))
    expect(isElsewhere(at(), at({ tab: 'history' }))).toBe(false)
  })

  it('leaves the plan with its catalogue, and the version with its plan', () => {
    expect(whereTo(at(), { catalogue: 'waizant' })).toMatchObject({ catalogue: 'waizant', ...nowhere })
    expect(whereTo(at(), { plan: undefined })).toMatchObject({ catalogue: 'erp', ...nowhere })
  })

  it('begins another version at its first tab, unless a tab is asked for', () => {
    expect(whereTo(at(), { version: 3 })).toMatchObject({ version: 3, tab: 'parameters' })
    expect(whereTo(at(), { version: 3, tab: 'details' })).toMatchObject({ version: 3, tab: 'details' })
  })

  it('goes to the lists from anywhere', () => {
    expect(whereTo(at(), { view: 'leads' })).toMatchObject({ view: 'leads', ...nowhere })
  })

  it('is at the plans, at the first tab, where an address says something unknown', () => {
    const asked = { view: 'x', catalogue: null, plan: undefined, version: null, tab: 'y' }
    expect(routeOf(asked)).toEqual({ view: 'plans', catalogue: undefined, ...nowhere })
  })

  it.each([
    ['prices.MXN.month', 'pricing'],
    ['discounts.MXN', 'pricing'],
    ['parameters.encounters.included', 'parameters'],
    ['features.shop.en', 'features'],
    ['services.audit.MXN', 'services'],
    ['endsAt', 'details'],
    ['limitTexts.0.en', 'details'],
  ])('finds %s on the tab %s', (path, tab) => {
    expect(tabFor(path)).toBe(tab)
  })
})
