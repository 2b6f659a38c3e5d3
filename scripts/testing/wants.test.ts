import { expect, it } from 'vitest'
import { repeat } from './result.ts'
import { sortPaths, wantsFrom } from './wants.ts'

it('gives each test to its own runner', () => {
  const paths = [
    'server/main.test.ts',
    'server/billing/billing.test.ts',
    'site/nearest-page.node.test.ts',
    'site/journeys/buying.test.ts',
    'widgets/elements/plan-picker/plan-picker.test.ts',
    'widgets/elements/plan-settings/editor/form.node.test.ts',
  ]
  expect(sortPaths(paths)).toEqual({
    server: [
      'server/billing/billing.test.ts',
      'site/nearest-page.node.test.ts',
      'widgets/elements/plan-settings/editor/form.node.test.ts',
    ],
    widgets: ['widgets/elements/plan-picker/plan-picker.test.ts'],
    journeys: ['server/main.test.ts', 'site/journeys/buying.test.ts'],
  })
  expect(sortPaths(['widgets/elements/plan-settings'], 'server').server).toContain(
    'widgets/elements/plan-settings/editor/form.node.test.ts',
  )
  expect(sortPaths(['widgets/elements/plan-settings'], 'server').widgets).toEqual([])
})

it('refuses a path that is not there, a file that is no test, and what it does not know', () => {
  expect(() => wantsFrom(['server/nowhere.test.ts'])).toThrow('There is no server/nowhere.test.ts.')
  expect(() => sortPaths(['server/app.ts'])).toThrow('server/app.ts is no test')
  expect(() => wantsFrom(['--fast'])).toThrow('npm test knows no --fast')
})

it('names the command that repeats a red test, whatever its name', () => {
  const again = { file: 'server/routes/quotes.test.ts', test: "a year's price (10 %)" }
  expect(repeat({ name: 'x', again })).toBe(
    `npm test -- server/routes/quotes.test.ts -t 'a year'\\''s price \\(10 %\\)'`,
  )
  expect(wantsFrom(['server', '-t', 'a year'])).toMatchObject({ paths: ['server'], more: ['-t', 'a year'] })
})
