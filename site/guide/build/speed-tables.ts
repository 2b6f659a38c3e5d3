import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Conditions, Result } from '../../../bench/results.ts'
import { budgets } from '../../../widgets/build/budgets.ts'
import { dayText } from '../../../widgets/i18n/day-text.ts'
import type { Locale } from '../../routes.ts'
import { budgetNames, inSpanish, partNames, speedWords } from '../words/speed.ts'
import { number, withUnit } from './measures.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '../../..')

const read = <T>(path: string): T | null =>
  existsSync(join(root, path)) ? (JSON.parse(readFileSync(join(root, path), 'utf8')) as T) : null

/** How much of its limit a value uses: a bar, decorative, because the text next to it says the same. */
const bar = (share: number) => {
  const width = Math.max(1, Math.min(100, Math.round(share * 100)))
  const kind = share > 1 ? ' class="over"' : ''
  return `<svg${kind} viewBox="0 0 100 6" aria-hidden="true"><rect width="100" height="6" rx="3"/><rect width="${width}" height="6" rx="3"/></svg>`
}

/** Every byte budget with its weight in this build. */
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

const hasAim = ({ aim, least }: Result) => aim !== undefined || least !== undefined

const isMet = ({ value, aim = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Result) =>
  value <= aim && value >= least

const aimText = ({ unit }: Result, bound: number, locale: Locale) =>
  withUnit(bound, unit, locale, { least: 0 })

const aimOf = (result: Result, locale: Locale) => {
  if (result.aim !== undefined) return `≤\u00a0${aimText(result, result.aim, locale)}`
  return result.least === undefined ? '' : `≥\u00a0${aimText(result, result.least, locale)}`
}

/** The measured value; a near miss gets as many digits as it takes to show it. */
const measuredOf = (result: Result, locale: Locale) => {
  const { value, unit, aim, least } = result
  const bound = aim ?? least
  const looksMet =
    bound !== undefined && withUnit(value, unit, locale) === withUnit(bound, unit, locale) && !isMet(result)
  const text = withUnit(value, unit, locale, looksMet ? { most: 4 } : {})
  return isMet(result) ? text : `${text} ${speedWords[locale].missed}`
}

/** How many aims a part meets; the first line of its section. */
const summaryOf = (results: readonly Result[], locale: Locale) => {
  const aimed = results.filter(hasAim)
  if (!aimed.length) return ''
  return speedWords[locale].met(aimed.filter(isMet).length, aimed.length)
}

interface Part {
  conditions: Partial<Conditions> & { browser?: string }
  results: Result[]
}

const measuredAt = ({ at, commit, cores, memoryGb, node, browser }: Part['conditions'], locale: Locale) => {
  const words = speedWords[locale]
  const day = at && dayText(at, locale, 'UTC', { dateStyle: 'long' })
  const parts = [
    day,
    cores && words.cores(String(cores)),
    memoryGb && `${memoryGb} GB`,
    node && `Node ${node.replace('v', '')}`,
    browser && `Chromium ${browser.split('.')[0]}`,
    commit && `commit \`${commit}\``,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** A result as a table row: what was measured, the value, and its aim. */
export const resultRow = (result: Result, locale: Locale): [string, string, string] => [
  locale === 'en' ? sentence(result.what) : inSpanish(result.what),
  measuredOf(result, locale),
  aimOf(result, locale),
]

/** The results of the last run of each part; a part that was never run is left out. */
export const benchmarkTable = (locale: Locale): string => {
  const words = speedWords[locale]
  const parts = globSync('bench/results/*.json', { cwd: root })
    .map((path) => basename(path, '.json'))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
  if (!parts.length) return words.neverRun
  return parts
    .map((part) => {
      const { conditions, results } = read<Part>(`bench/results/${part}.json`)!
      const rows = results.map((result) => resultRow(result, locale))
      const heading = partNames[part]?.[locale] ?? part
      return `### ${heading}\n\n${[summaryOf(results, locale), measuredAt(conditions, locale)].filter(Boolean).join(' ')}\n\n${table([words.what, words.measured, words.aim], rows)}`
    })
    .join('\n\n')
}

const order = ['widgets', 'plans', 'customers', 'webhooks', 'encounters', 'year']

const sentence = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
