import { describe, expect, it } from 'vitest'
import type { PlanVersionContent } from '#contract/plan-settings'
import { content, draft } from '../../../fixtures/office.ts'
import { conflictOf, mergedContent } from './conflict.ts'
import { changesBetween, contentOf, fieldsOf } from './fields.ts'

const changed = (work: (content: PlanVersionContent) => void): PlanVersionContent => {
  const copy = content()
  work(copy)
  return copy
}

const conflictBetween = (mine: PlanVersionContent, theirs: PlanVersionContent) =>
  conflictOf(content(), mine, draft({ content: theirs, etag: '"2"' }))

const rowsOf = ({ parameters }: PlanVersionContent) => parameters.encounters!.packages.USD!.month

describe('Content field by field', () => {
  it('makes the same content again', () => {
    expect(contentOf(fieldsOf(content()), content())).toEqual(content())
  })

  it('distinguishes an unlimited limit from none', () => {
    const none = changed(({ limits }) => delete limits.branches)
    expect(changesBetween(fieldsOf(content()), fieldsOf(none)).map(({ path }) => path)).toEqual([
      'limits.branches',
    ])
  })

  it('has a table of packages as one field, whatever the order of its rows', () => {
    const turned = changed((content) => rowsOf(content).reverse())
    expect(changesBetween(fieldsOf(content()), fieldsOf(turned))).toEqual([])
  })
})

describe('Two administrators at once', () => {
  it('have both of their changes where they did not touch the same', () => {
    const mine = changed(({ prices }) => {
      prices.MXN!.month = 260_000
    })
    const theirs = changed((content) => {
      rowsOf(content).push({ quantity: 500, unit: 45 })
      content.features.till = true
    })
    const { conflicts, onlyMine, onlyTheirs, ...rest } = conflictBetween(mine, theirs)
    expect(conflicts).toEqual([])
    expect(onlyMine.map(({ path }) => path)).toEqual(['prices.MXN.month'])
    expect(onlyTheirs.map(({ path }) => path)).toEqual([
      'parameters.encounters.packages.USD.month',
      'features.till',
    ])
    const merged = mergedContent({ conflicts, onlyMine, onlyTheirs, ...rest })
    expect(merged.prices.MXN!.month).toBe(260_000)
    expect(merged.features.till).toBe(true)
    expect(rowsOf(merged)).toHaveLength(3)
  })

  it('choose where both changed the same field, and mine applies until they do', () => {
    const mine = changed(({ prices }) => {
      prices.MXN!.month = 260_000
      prices.USD!.month = 16_000
    })
    const theirs = changed(({ prices }) => {
      prices.MXN!.month = 270_000
      prices.USD!.month = 17_000
    })
    const found = conflictBetween(mine, theirs)
    expect(found.conflicts).toEqual([
      { path: 'prices.MXN.month', mine: 260_000, theirs: 270_000 },
      { path: 'prices.USD.month', mine: 16_000, theirs: 17_000 },
    ])
    found.picks.set('prices.USD.month', 'theirs')
    expect(mergedContent(found).prices).toMatchObject({ MXN: { month: 260_000 }, USD: { month: 17_000 } })
  })

  it('find no conflict in what both changed to the same', () => {
    const same = changed(({ name }) => {
      name.en = 'Professional'
    })
    const { conflicts, onlyMine, onlyTheirs } = conflictBetween(same, same)
    expect([conflicts, onlyMine, onlyTheirs]).toEqual([[], [], []])
  })

  it('may take away what the other one changed', () => {
    const mine = changed(({ services }) => delete services.audit)
    const theirs = changed(({ services }) => {
      services.audit = { MXN: 1, USD: 1 }
    })
    const found = conflictBetween(mine, theirs)
    expect(found.conflicts).toMatchObject([{ path: 'services.audit', mine: undefined }])
    expect(mergedContent(found).services).toEqual({})
  })
})
