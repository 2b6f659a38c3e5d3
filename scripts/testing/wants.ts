import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Wants {
  part: string | null
  changed: boolean
  paths: string[]
  /** For vitest: `-t name`. */
  more: string[]
}

/** What the words after `npm test --` ask for. */
export const wantsFrom = (words: string[]): Wants => {
  const wants: Wants = { part: null, changed: false, paths: [], more: [] }
  const rest = words.values()
  for (const word of rest) {
    if (word.startsWith('--part=')) wants.part = word.slice('--part='.length)
    else if (word === '--changed') wants.changed = true
    else if (word === '-t') wants.more.push('-t', rest.next().value ?? '')
    else if (word.startsWith('-'))
      throw new Error(`npm test knows no ${word}: give paths, and -t with a test's name.`)
    else wants.paths.push(pathInside(word))
  }
  if (wants.more.length && !wants.paths.length)
    throw new Error('Say by a path where the test of that name is.')
  return wants
}

const pathInside = (word: string): string => {
  const path = resolve(root, word)
  if (!existsSync(path)) throw new Error(`There is no ${word}.`)
  return relative(root, path)
}

const testsUnder = (path: string): string[] =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))

export type Part = 'server' | 'widgets' | 'journeys'

/** Whose runner a test is for; says the same as vitest.config.ts and web-test-runner.config.js. */
export const partOf = (file: string): Part => {
  if (/^site\/journeys\/|^server\/main\.test\.ts$/.test(file)) return 'journeys'
  return file.startsWith('widgets/') && !file.endsWith('.node.test.ts') ? 'widgets' : 'server'
}

/** The tests under some paths, by the runner that they are for. */
export const sortPaths = (paths: string[], only: string | null = null): Record<Part, string[]> => {
  const sorted: Record<Part, string[]> = { server: [], widgets: [], journeys: [] }
  for (const file of new Set(paths.flatMap(testsUnder))) {
    if (!file.endsWith('.test.ts')) throw new Error(`${file} is no test: its name does not end in .test.ts.`)
    const part = partOf(file)
    if (!only || only === part) sorted[part].push(file)
  }
  return sorted
}
