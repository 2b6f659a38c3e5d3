import fc from 'fast-check'
import { expect, it } from 'vitest'

const dayMs = 24 * 60 * 60 * 1000

it('runs at the date that was asked for, which by default is a leap day', () => {
  const { TEST_DATE = '2028-02-29T23:30:00Z' } = process.env
  const made = new Date()
  if (TEST_DATE !== 'today')
    for (const now of [Date.now(), made.getTime(), Date.parse(Date())])
      expect(Math.abs(now - Date.parse(TEST_DATE))).toBeLessThan(dayMs)
})

it('tries properties on the same cases every time', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.TEST_SEED ?? 20_261_114))
})
