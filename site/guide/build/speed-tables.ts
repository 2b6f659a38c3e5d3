import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Conditions, Result } from '../../../bench/results.ts'
import { budgets } from '../../../widgets/build/budgets.ts'
import type { Locale } from '../../routes.ts'
import { budgetNames, inSpanish, partNames, speedWords } from '../words/speed.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '../../..')

const read = <T>(path: string): T | null =>
  existsSync(join(root, path)) ? (JSON.parse(readFileSync(join(root, path), 'utf8')) as T) : null

const number = (value: number, locale: Locale, digits = 0) =>
  value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** How much of a bound a value takes; a drawing, told in words beside it. */
const bar = (share: number) => {
  const width = Math.max(1, Math.min(100, Math.round(share * 100)))
  const kind = share > 1 ? ' class="over"' : ''
  return `<svg${kind} viewBox="0 0 100 6" aria-hidden="true"><rect width="100" height="6" rx="3"/><rect width="${width}" height="6" rx="3"/></svg>`
}

/** Every promise of weight beside what this very build weighs. */
export const budgetTable = (locale: Locale): string => {
  const words = speedWords[locale]
  const weights = read<Record<string, number>>('dist/weights.json') ?? {}
  const rows = budgets.map(({ name, most }) => {
    const weight = weights[name]
    const measured =
      weight === undefined
        ? words.notMeasured
        : `${bar(weight / most)} ${number(weight, locale)}${weight > most ? ` ${words.over}` : ''}`
    return [budgetNames[name]?.[locale] ?? name, number(most, locale), measured]
  })
  return table([words.what, words.most, words.measured], rows)
}

const digits: Record<Result['unit'], number> = {
  ratio: 2,
  ms: 1,
  s: 1,
  bytes: 0,
  shift: 3,
  'per-second': 0,
  count: 0,
}

const withUnit = (value: number, unit: Result['unit'], locale: Locale) => {
  const text = number(value, locale, digits[unit])
  return (
    { ratio: `${text} ×`, ms: `${text} ms`, s: `${text} s`, bytes: `${text} B`, 'per-second': `${text}/s` }[
      unit as 'ratio'
    ] ?? text
  )
}

const isMet = ({ value, aim = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Result) =>
  value <= aim && value >= least

const aimOf = ({ aim, least, unit }: Result, locale: Locale) => {
  if (aim !== undefined) return `≤ ${withUnit(aim, unit, locale)}`
  return least === undefined ? '' : `≥ ${withUnit(least, unit, locale)}`
}

interface Part {
  conditions: Partial<Conditions> & { browser?: string }
  results: Result[]
}

const measuredAt = ({ at, commit, cores, memoryGb, node, browser }: Part['conditions'], locale: Locale) => {
  const words = speedWords[locale]
  const day = at && new Date(at).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const told = [
    day,
    cores && words.cores(String(cores)),
    memoryGb && `${memoryGb} GB`,
    node && `Node ${node.replace('v', '')}`,
    browser && `Chromium ${browser.split('.')[0]}`,
    commit && `commit \`${commit}\``,
  ]
  return told.filter(Boolean).join(' · ')
}

/** What the last run of each part measured; a part that was never run is not told of. */
export const benchmarkTable = (locale: Locale): string => {
  const words = speedWords[locale]
  const parts = globSync('bench/results/*.json', { cwd: root })
    .map((path) => basename(path, '.json'))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
  if (!parts.length) return words.neverRun
  return parts
    .map((part) => {
      const { conditions, results } = read<Part>(`bench/results/${part}.json`)!
      const rows = results.map((result) => [
        locale === 'en' ? sentence(result.what) : inSpanish(result.what),
        `${withUnit(result.value, result.unit, locale)}${isMet(result) ? '' : ` ${words.missed}`}`,
        aimOf(result, locale),
      ])
      const heading = partNames[part]?.[locale] ?? part
      return `### ${heading}\n\n${measuredAt(conditions, locale)}\n\n${table([words.what, words.measured, words.aim], rows)}`
    })
    .join('\n\n')
}

const order = ['widgets', 'plans', 'customers', 'webhooks', 'encounters', 'year']

const sentence = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
