import { expect, it } from 'vitest'
import { flawsOfPapers, lostPaths, unprovedRules } from './check-papers.ts'

it('finds nothing wrong in the papers', () => {
  expect(flawsOfPapers()).toEqual([])
})

it('refuses a path that leads nowhere, with a sentence that says what to do', () => {
  expect(
    lostPaths('RULES.md', 'It is in `server/billing/seats/included.ts` and in `server/gone.ts`.'),
  ).toEqual(['RULES.md names server/gone.ts, which is not there: name the file that took its place.'])
})

it('refuses a rule without a test', () => {
  const row = '| Plan Review | `server/billing/seats/included.ts` | – |'
  expect(unprovedRules(row)).toEqual([
    'RULES.md: no test proves “Plan Review”: write one and name it in the last column.',
  ])
})
