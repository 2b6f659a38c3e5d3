import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BundledWidgets, bundleWidgets, elements } from '../bundle.config.ts'

let built: BundledWidgets
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widgets-'))
  built = await bundleWidgets({ outdir: join(folder, 'widgets') })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The file of a source, and every file that it cannot start without. */
const filesOf = (source: string): Set<string> => {
  const [path] = Object.entries(built.outputs).find(
    ([, { entryPoint }]) => entryPoint === `widgets/${source}.ts`,
  )!
  const needed = new Set([path])
  for (const file of needed) {
    for (const { path: other, kind } of built.outputs[file]!.imports)
      if (kind === 'import-statement') needed.add(other)
  }
  return needed
}

const union = (...sources: string[]) => new Set(sources.flatMap((source) => [...filesOf(source)]))

const beyond = (files: Set<string>, known: Set<string>) => [...files].filter((file) => !known.has(file))

const weigh = async (files: Iterable<string>) => {
  let bytes = 0
  for (const file of files)
    bytes += brotliCompressSync(await readFile(join(built.outdir, basename(file)))).length
  return bytes
}

const onScreenSources = (words = 'es-mx') => ['waizant', 'plan-picker/plan-picker', `words/${words}/plans`]
const onScreen = (words?: string) => union(...onScreenSources(words))

describe('What a page loads, brotli', () => {
  it.each(['es-mx', 'en'])('script tag to plan picker on screen in %s: at most 11 kB', async (words) => {
    expect(await weigh(onScreen(words))).toBeLessThanOrEqual(11_000)
  })

  it('the script tag by itself: at most 1 kB', async () => {
    expect(await weigh(filesOf('waizant'))).toBeLessThanOrEqual(1_000)
  })

  it.each([
    ['plan-comparison', ['plan-comparison/plan-comparison', 'words/es-mx/comparison']],
    ['balance-badge', ['balance-badge/balance-badge', 'words/es-mx/balance']],
    ['encounter-purchase', ['encounter-purchase/encounter-purchase', 'words/es-mx/encounters']],
    ['licence-purchase', ['licence-purchase/licence-purchase', 'words/es-mx/licences']],
    ['plan-change, its dialog closed', ['plan-change/plan-change', 'words/es-mx/change']],
    ['billing-panel', ['billing-panel/billing-panel', 'words/es-mx/panel']],
    ['billing-notice', ['billing-notice/billing-notice', 'words/es-mx/notice']],
  ])('%s, beside the picker: at most 4 kB', async (_, sources) => {
    expect(await weigh(beyond(union(...sources), onScreen()))).toBeLessThanOrEqual(4_000)
  })

  it.each(['es-mx', 'en'])(
    'every element together, before anybody acts, in %s: at most 36 kB',
    async (language) => {
      const areas = ['plans', 'comparison', 'balance', 'change', 'encounters', 'licences', 'panel', 'notice']
      const words = areas.map((area) => `words/${language}/${area}`)
      const all = union('waizant', 'page', ...elements.map((name) => `${name}/${name}`), ...words)
      expect(await weigh(all)).toBeLessThanOrEqual(36_000)
    },
  )

  it.each([
    ['what the billing panel says', 6_000, ['billing-panel/panel-body', 'words/es-mx/billing']],
    ['its invoices', 4_000, ['billing-panel/invoices']],
    ['what its buttons do', 4_000, ['billing-actions/carry-out-action', 'words/es-mx/account']],
  ])('%s: at most %i bytes', async (_, most, sources) => {
    const known = union(...onScreenSources(), 'billing-panel/billing-panel', 'words/es-mx/panel')
    expect(await weigh(beyond(union(...sources), known))).toBeLessThanOrEqual(most)
  })

  it.each([
    ['the dialog that changes the card', ['card-dialog/card-dialog']],
    ['the dialog that cancels', ['cancellation-dialog/cancellation-dialog', 'words/es-mx/cancellation']],
  ])('%s, once opened: at most 8 kB', async (_, sources) => {
    const known = union(...onScreenSources(), 'billing-panel/panel-body', 'billing-actions/carry-out-action')
    expect(await weigh(beyond(union(...sources), known))).toBeLessThanOrEqual(8_000)
  })

  it('what makes the switches and buttons act: at most 4 kB', async () => {
    const acting = union('plan-behaviour/plan-behaviour', 'words/es-mx/actions')
    expect(await weigh(beyond(acting, onScreen()))).toBeLessThanOrEqual(4_000)
  })

  it('what buys, once a button is pressed: at most 4 kB', async () => {
    const known = union(...onScreenSources(), 'plan-behaviour/plan-behaviour', 'words/es-mx/actions')
    expect(await weigh(beyond(filesOf('plan-behaviour/carry-out'), known))).toBeLessThanOrEqual(4_000)
  })

  it.each(['es-mx', 'en'])(
    'the dialog that changes the plan, once opened, in %s: at most 8 kB',
    async (words) => {
      const known = union(...onScreenSources(words), 'plan-change/plan-change', `words/${words}/change`)
      expect(await weigh(beyond(filesOf('plan-change/plan-change-dialog'), known))).toBeLessThanOrEqual(8_000)
    },
  )

  it('what asks the bank, or for another card, once somebody pays: at most 4 kB', async () => {
    const known = union(...onScreenSources(), 'plan-change/plan-change-dialog')
    const paying = union('payment/bank', 'payment/card-step', 'words/es-mx/card')
    expect(await weigh(beyond(paying, known))).toBeLessThanOrEqual(4_000)
  })

  it.each(['trial-dialog/trial-dialog', 'lead-dialog/lead-dialog'])(
    '%s, once asked for: at most 4 kB',
    async (source) => {
      const known = union(...onScreenSources(), 'plan-behaviour/plan-behaviour', 'plan-behaviour/carry-out')
      expect(await weigh(beyond(union(source, 'words/es-mx/forms'), known))).toBeLessThanOrEqual(4_000)
    },
  )

  it('what makes server-rendered markup come alive: at most 2.6 kB', async () => {
    expect(await weigh(beyond(union('hydrate', 'rendered'), onScreen()))).toBeLessThanOrEqual(2_600)
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
