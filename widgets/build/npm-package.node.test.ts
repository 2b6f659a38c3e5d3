import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elements } from './bundle.ts'
import type { Manifest } from './manifest.ts'
import { packageElements } from './npm-package.ts'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache')
const run = promisify(execFile)

/** A project that has installed the package: it has only what is published. */
let project: string
let installed: string
beforeAll(async () => {
  await mkdir(cache, { recursive: true })
  project = await mkdtemp(join(cache, 'consumer-'))
  installed = join(project, 'node_modules/@waizant/billing')
  await packageElements(elements, installed)
  await writeFile(join(project, 'package.json'), '{ "name": "consumer", "type": "module" }')
})
afterAll(() => rm(project, { recursive: true, force: true }))

const inNode = async (code: string): Promise<unknown> => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: project })
  return JSON.parse(stdout)
}

const published = async () => JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))

describe('The package', () => {
  it('has an entry of its own for every element', async () => {
    const { exports } = await published()
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(elements.map((name) => `./${name}`)))
  })

  it('registers one element when one is imported, and all of them by its name alone', async () => {
    const known = `JSON.stringify(${JSON.stringify(elements)}.filter((name) => customElements.get('waizant-' + name)))`
    const one = `await import('@waizant/billing/plan-picker'); console.log(${known})`
    const all = `await import('@waizant/billing'); console.log(${known})`
    expect(await inNode(one)).toEqual(['plan-picker'])
    expect(await inNode(all)).toEqual(elements)
  })

  it('registers nothing for who only connects, listens or adds words', async () => {
    const code = `const { connect } = await import('@waizant/billing/connect')
      const { addWords } = await import('@waizant/billing/words')
      const { WaizantPlanSelectEvent } = await import('@waizant/billing/events')
      const event = new WaizantPlanSelectEvent({ plan: 'pro' })
      connect({ api: 'https://billing.example.com' })
      addWords('es-MX', { plans: { contact: 'Hablemos' } })
      console.log(JSON.stringify([event.type, event.selection.plan, Boolean(globalThis.customElements)]))`
    expect(await inNode(code)).toEqual(['waizant-plan-select', 'pro', false])
  })

  it('renders on a server what it makes alive in a browser', async () => {
    const code = `const { renderElement } = await import('@waizant/billing/server')
      const { erpPlans } = await import('${join(root, 'widgets/fixtures/erp-plans.ts')}')
      console.log(JSON.stringify(renderElement('waizant-plan-picker', erpPlans(), { catalogue: 'erp', locale: 'es-MX', currency: 'MXN' })))`
    const { renderElement } = await import('../server.ts')
    const { erpPlans } = await import('../fixtures/erp-plans.ts')
    const asked = { catalogue: 'erp', locale: 'es-MX', currency: 'MXN' }
    expect(await inNode(code)).toBe(renderElement('waizant-plan-picker', erpPlans(), asked))
  })

  it('has a class for every event of an element', async () => {
    const { modules } = JSON.parse(
      await readFile(join(installed, 'custom-elements.json'), 'utf8'),
    ) as Manifest
    const received = modules.flatMap(({ declarations: [one] }) => one!.events.map(({ type }) => type!.text))
    const exported = await inNode(
      `console.log(JSON.stringify(Object.keys(await import('@waizant/billing/events'))))`,
    )
    expect(exported).toEqual([...new Set(received)].sort())
  })

  it('asks for what its code imports and nothing of the server', async () => {
    const { dependencies, peerDependencies } = await published()
    expect(Object.keys(dependencies)).toEqual(
      expect.arrayContaining(['lit', 'nanostores', '@stripe/stripe-js']),
    )
    expect(Object.keys({ ...dependencies, ...peerDependencies })).not.toEqual(
      expect.arrayContaining(['astro']),
    )
    expect(Object.keys(peerDependencies)).toEqual(['@lit-labs/ssr'])
  })

  it('has the version of the product, and the contract inside', async () => {
    const product = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const { version, ...own } = await published()
    expect(version).toBe(product.version)
    expect([own.private, own.imports, own.devDependencies]).toEqual([undefined, undefined, undefined])
    const files = globSync('**/*.{js,ts,json}', { cwd: installed })
    const texts = await Promise.all(files.map((file) => readFile(join(installed, file), 'utf8')))
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((_, at) => /@waizant\/contract|#contract/.test(texts[at]!))).toEqual([])
  })

  it('has a file behind every name that it publishes', async () => {
    const { exports } = await published()
    const paths = Object.values<string | Record<string, string>>(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    )
    for (const path of paths) expect(await readFile(join(installed, path), 'utf8'), path).toBeTruthy()
  })
})

describe('Its types', () => {
  it('know the tags, properties and events in React, Preact, Solid, Vue, Svelte and plain TypeScript', async () => {
    await cp(join(root, 'widgets/frameworks/checks'), join(project, 'checks'), { recursive: true })
    for (const path of ['react', 'angular', 'customer.ts'])
      await cp(join(root, 'site/examples', path), join(project, 'examples', path), { recursive: true })
    const compilerOptions = {
      target: 'ES2024',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      lib: ['ES2024', 'DOM', 'DOM.Iterable'],
      types: [],
      jsx: 'react-jsx',
      experimentalDecorators: true,
      allowImportingTsExtensions: true,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    }
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['checks', 'examples'] }),
    )
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', project]).catch(
      (failed: { stdout: string }) => failed,
    )
    expect(stdout).toBe('')
  })

  it('name every element for `querySelector` and `createElement`', async () => {
    const lines = elements.map((name) => `document.createElement('waizant-${name}').updateComplete`)
    await mkdir(join(project, 'tags'), { recursive: true })
    await writeFile(join(project, 'tags/tags.ts'), ["import '@waizant/billing'", ...lines].join('\n'))
    const flags = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'NodeNext',
      '--target',
      'ES2024',
    ]
    const { stdout } = await run(
      join(root, 'node_modules/.bin/tsc'),
      [...flags, '--types', '', join(project, 'tags/tags.ts')],
      { cwd: join(project, 'tags') },
    ).catch((failed: { stdout: string }) => failed)
    expect(stdout).toBe('')
  })
})
