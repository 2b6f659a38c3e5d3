import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgets, weigh } from './budgets.ts'
import { type BundledWidgets, bundleWidgets, elements } from './bundle.ts'

let built: BundledWidgets
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widgets-'))
  built = await bundleWidgets({ outdir: join(folder, 'widgets') })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('What a page loads, brotli', () => {
  it.each(budgets)('$name: at most $most bytes', async (budget) => {
    expect(await weigh(built, budget)).toBeLessThanOrEqual(budget.most)
  })

  it('has a promise for every element that customers see', () => {
    const promised = budgets.flatMap(({ sources }) => sources)
    expect(elements.filter((name) => !promised.includes(`elements/${name}/${name}`))).toEqual([])
  })

  it('nothing of zod', () => {
    const inputs = Object.values(built.outputs).flatMap((output) => Object.keys(output.inputs))
    expect(inputs.filter((path) => path.includes('/zod/'))).toEqual([])
  })

  it('no indentation', async () => {
    for (const file of Object.keys(built.outputs)) {
      expect(await readFile(join(built.outdir, basename(file)), 'utf8')).not.toMatch(/\n {2,}/)
    }
  })
})

describe('What is published', () => {
  it('a version that never changes, with the hash of every file', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    const latest = await readFile(join(built.outdir, 'waizant.js'), 'utf8')
    expect(await readFile(join(built.outdir, version, 'waizant.js'), 'utf8')).toBe(latest)
    const integrity = JSON.parse(await readFile(join(built.outdir, version, 'integrity.json'), 'utf8'))
    expect(integrity['waizant.js']).toMatch(/^sha384-/)
    expect(Object.keys(integrity).length).toBe(Object.keys(built.outputs).length)
  })
})
