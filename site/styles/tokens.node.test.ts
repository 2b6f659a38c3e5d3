import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tokens } from '../../widgets/styles/tokens.ts'

const site = join(import.meta.dirname, '..')

const used = (): Set<string> => {
  const sources = globSync('**/*.{astro,css}', { cwd: site }).map((file) =>
    readFileSync(join(site, file), 'utf8'),
  )
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/var\(--waizant-([\w-]+)/g)].map((it) => it[1]!)),
  )
}

it('uses only tokens that the elements have, too', () => {
  expect([...used()].filter((name) => !(name in tokens))).toEqual([])
})
