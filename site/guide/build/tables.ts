import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { readEnv, settingNames } from '../../../server/env.ts'
import { problems } from '../../../server/words/problems.ts'
import type { Locale } from '../../routes.ts'
import { problemAdvice } from '../words/problems.ts'
import { type SettingGroup, settings } from '../words/settings.ts'
import { tableWords } from '../words/tables.ts'
import { codeFile, type Tables } from './read-page.ts'
import { benchmarkTable, budgetTable } from './speed-tables.ts'
import { table } from './table.ts'
import { versionTable } from './version-table.ts'

/** Example settings that are complete for production. */
const production = () => parseEnv(readFileSync(codeFile('going-live/production.env'), 'utf8'))

/** Production does not start without it. */
const isNeeded = (name: string): boolean => {
  const given = production()
  if (!given[name]) return false
  try {
    return !readEnv({ ...given, [name]: undefined })
  } catch {
    return true
  }
}

const settingTable = (group: string, locale: Locale) => {
  const words = tableWords[locale]
  const defaults = readEnv({})
  const rows = settingNames
    .filter((name) => settings[name].group === (group as SettingGroup))
    .map((name) => {
      const usual = defaults[name]
      const value = usual === undefined || usual === '' ? '' : `\`${usual}\``
      return [`\`${name}\``, settings[name][locale], isNeeded(name) ? words.needed : value]
    })
  return table([words.setting, words.decides, words.usual], rows)
}

const problemTable = (statuses: string, locale: Locale) => {
  const words = tableWords[locale]
  const rows = Object.entries(problems)
    .filter(([, problem]) => statuses.split(',').includes(String(problem.status)))
    .map(([code, problem]) => [
      `\`${code}\``,
      String(problem.status),
      problem[locale],
      problemAdvice[code as keyof typeof problems][locale],
    ])
  return table([words.code, words.status, words.says, words.do], rows)
}

/** Tables generated from the product's own data: `@table settings stripe`, `@table problems 409,412`. */
export const tables: Tables = (name, of, locale) => {
  if (name === 'settings') return settingTable(of, locale)
  if (name === 'problems') return problemTable(of, locale)
  if (name === 'budgets') return budgetTable(locale)
  if (name === 'benchmarks') return benchmarkTable(locale)
  if (name === 'versions') return versionTable(locale)
  throw new Error(`There is no table ${name}`)
}
