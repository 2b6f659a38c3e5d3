import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Result } from '../../../bench/results.ts'
import { locales } from '../../routes.ts'
import { inSpanish } from '../words/speed.ts'
import { benchmarkTable, resultRow } from './speed-tables.ts'

const bench = join(import.meta.dirname, '../../../bench')

/** Placeholders for the values that a bench puts into its sentences. */
const samples: Record<string, string> = { name: 'PGlite', element: 'plan-picker' }

it('has a Spanish name for every bench result', () => {
  const received = globSync('*.ts', { cwd: bench })
    .map((file) => readFileSync(join(bench, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\b(?:tell|timed)\(\s*(['`])(.+?)\1/g)].map(([, , what]) => what!))
    .map((what) => what.replace(/\$\{(\w+).*?\}/, (_, name: string) => samples[name] ?? '200'))
  expect(received.length).toBeGreaterThan(30)
  expect(received.filter((what) => what !== 'GET …/billing' && inSpanish(what) === what)).toEqual([])
})

it.each(locales)('shows every result that is kept, in %s', (locale) => {
  const table = benchmarkTable(locale)
  for (const file of globSync('results/*.json', { cwd: bench })) {
    const { results } = JSON.parse(readFileSync(join(bench, file), 'utf8')) as { results: Result[] }
    for (const result of results) expect(table).toContain(`| ${resultRow(result, locale).join(' | ')} |`)
  }
})

it.each<[Result, string, string]>([
  [{ what: 'a', value: 1.26, unit: 'ratio' }, '1.26 ×', ''],
  [{ what: 'a', value: 1.9, unit: 'ratio', aim: 1.4 }, '1.90 × *misses its aim*', '≤ 1.4 ×'],
  [{ what: 'a', value: 1.402, unit: 'ratio', aim: 1.4 }, '1.4020 × *misses its aim*', '≤ 1.4 ×'],
  [{ what: 'a', value: 0.84, unit: 'ratio', least: 0.85 }, '0.84 × *misses its aim*', '≥ 0.85 ×'],
  [{ what: 'a', value: 0, unit: 'ms', aim: 0 }, '0.0 ms', '≤ 0 ms'],
  [{ what: 'a', value: 39_600, unit: 'bytes', aim: 100_000 }, '39.6 kB', '≤ 100 kB'],
  [{ what: 'a', value: -3_165_788, unit: 'bytes', aim: 100_000 }, '−3.2 MB', '≤ 100 kB'],
  [{ what: 'a', value: 5218, unit: 'per-second' }, '5,218/s', ''],
])('shows %o unchanged, a missed aim included', (result, measured, aim) => {
  const [, received, bound] = resultRow(result, 'en').map((cell) => cell.replaceAll('\u00a0', ' '))
  expect([received, bound]).toEqual([measured, aim])
})
