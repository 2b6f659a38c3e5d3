import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseEnv, promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Entitlements } from '#contract/entitlements'
import { Problem } from '#contract/problem'
import { readEnv } from '../../server/env.ts'
import { readMessage } from '../../server/messaging/subscription-message.ts'
import { startPostgres } from '../../server/testing/postgres.ts'
import type { Manifest } from '../../widgets/build/manifest.ts'
import { openStage, type Stage } from './stage.ts'

/*
 * Every code block of the guide is run here: it is taken from the page that a reader sees, and compiled, opened, sent
 * or parsed, depending on its file type. A file type without such a check fails.
 */
interface Shown {
  file: string
  text: string
}

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

let stage: Stage
let project: string
let shown: Shown[]
let strays: string[]
beforeAll(async () => {
  stage = await openStage()
  ;[shown, strays] = await readGuide()
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true })
  project = await mkdtemp(join(root, 'node_modules/.cache/guide-'))
  await mkdir(join(project, 'node_modules/@waizant'), { recursive: true })
  await symlink(join(root, 'widgets/dist'), join(project, 'node_modules/@waizant/billing'))
  await writeFile(join(project, 'package.json'), '{ "name": "reader", "type": "module" }')
})
afterAll(async () => {
  await stage.close()
  await rm(project, { recursive: true, force: true })
})

/** Every code block of every page by file, and the blocks that come from no file. */
const readGuide = async (): Promise<[Shown[], string[]]> => {
  const { page } = await stage.visitor({ javaScriptEnabled: false })
  const found = new Map<string, string>()
  const others: string[] = []
  for (const start of ['/docs', '/en/docs']) {
    const index = (await (await fetch(`${stage.url}${start}/index.json`)).json()) as { href: string }[]
    for (const path of new Set(index.map(({ href }) => href.split('#')[0]!))) {
      await page.goto(path)
      for (const { file, text } of await page
        .locator('article pre')
        .evaluateAll((all) =>
          all.map((one) => ({ file: (one as HTMLElement).dataset.file, text: one.textContent ?? '' })),
        ))
        if (file) found.set(file, text)
        else others.push(`${path}: ${text}`)
    }
  }
  await page.context().close()
  return [[...found].map(([file, text]) => ({ file, text })), others]
}

const ending = (kind: string) =>
  shown.filter(({ file }) => file.endsWith(`.${kind}`) && !file.startsWith('examples/'))
const textOf = (file: string) => shown.find((one) => one.file === file)!.text

/** The site of another company, which signs its own users in. */
const host = async (body: () => string): Promise<{ server: Server; url: string }> => {
  const server = createServer(async (request, response) => {
    if (request.url === '/session') {
      const answer = await fetch(`${stage.url}/sandbox/identity/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ecosystem: 'clinica-horizonte' }),
      })
      response.setHeader('Content-Type', 'application/json')
      return response.end(await answer.text())
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="es-MX"><link rel="icon" href="data:,"><title>Otra</title>${body()}</html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const kinds = ['astro', 'css', 'env', 'html', 'json', 'mjs', 'sh', 'sql', 'svelte', 'ts', 'tsx', 'vue']

/** One that nothing else has: a fixed port may belong to a connection of any program at the time. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

describe('The code of the guide', () => {
  it('is all of a kind that is run here, or of the examples that have journeys of their own', () => {
    expect(strays).toEqual([])
    expect(shown.length).toBeGreaterThan(30)
    expect(shown.filter(({ file }) => !kinds.includes(file.split('.').at(-1)!))).toEqual([])
    const ofFrameworks = shown.filter(({ file }) => /\.(svelte|vue|tsx)$/.test(file))
    expect(ofFrameworks.filter(({ file }) => !file.startsWith('examples/'))).toEqual([])
    for (const { file, text } of shown.filter(({ file }) => file.startsWith('examples/')))
      expect(text.trim()).toBe(readFileSync(join(root, 'site', file), 'utf8').trim())
  })

  it('names this very server', () => {
    expect(shown.filter(({ text }) => text.includes('billing.example.com'))).toEqual([])
  })

  it('compiles, where it is TypeScript', async () => {
    for (const { file, text } of ending('ts')) {
      await mkdir(join(project, 'code', file, '..'), { recursive: true })
      await writeFile(join(project, 'code', file), text)
    }
    const compilerOptions = {
      target: 'ES2024',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      lib: ['ES2024', 'DOM', 'DOM.Iterable'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['code'] }))
    const received = await run(join(root, 'node_modules/.bin/tsc'), ['-p', project]).catch(
      (failed: { stdout: string; message: string }) => ({ stdout: failed.stdout || failed.message }),
    )
    expect(received.stdout).toBe('')
  })

  it('shows its elements, where it is HTML', async () => {
    let body = ''
    const { server, url } = await host(() => body)
    for (const { file, text } of ending('html')) {
      const script = `<script type="module" src="${stage.url}/widgets/waizant.js"></script>`
      body = text.includes(`src="${stage.url}`) ? text : script + text
      const { page, troubles } = await stage.visitor()
      await page.goto(url)
      const tag = /<(waizant-(?:plan-picker|billing-panel))/.exec(text)![1]!
      const settled = { 'waizant-plan-picker': '[part~=card]', 'waizant-billing-panel': '[part~=card-plan]' }[
        tag
      ]
      await page.locator(tag).locator(settled!).first().waitFor()
      if (file.endsWith('listen.html')) {
        await page.locator('waizant-plan-picker[ready]').waitFor()
        await page.locator(tag).getByRole('link', { name: 'Contratar Pro' }).click()
        await expect.poll(() => page.locator('#chosen').innerText()).toBe('pro')
      }
      expect(troubles, file).toEqual([])
      await page.context().close()
    }
    server.close()
    server.closeAllConnections()
  })

  it('is a valid style sheet that names properties and parts that there are', async () => {
    const answer = await fetch(`${stage.url}/widgets/custom-elements.json`)
    const { modules } = (await answer.json()) as Manifest
    const [picker] = modules.find(({ path }) => path === 'plan-picker.js')!.declarations
    const { page } = await stage.visitor()
    for (const { text } of ending('css')) {
      const rules = await page.evaluate((css) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        return sheet.cssRules.length
      }, text)
      expect(rules).toBe(text.match(/\{/g)!.length)
      for (const [name] of text.matchAll(/--waizant-[\w-]+/g))
        expect(picker!.cssProperties.map((one) => one.name)).toContain(name)
      for (const [, name] of text.matchAll(/::part\(([\w-]+)\)/g))
        expect(picker!.cssParts.map((one) => one.name)).toContain(name)
    }
  })

  it('is accepted together with the settings of a production server', () => {
    // Every reader puts keys of their own in the place of the dots; the dots themselves are refused.
    const filledIn = (text: string) => parseEnv(text.replaceAll('…', 'a1B2c3'))
    const production = filledIn(textOf('going-live/production.env'))
    for (const { file, text } of ending('env'))
      expect(() => readEnv({ ...production, ...filledIn(text) }), file).not.toThrow()
  })

  it('is what the server says, where it is an answer', async () => {
    const read = (file: string) => JSON.parse(textOf(file))
    const answer = await fetch(`${stage.url}/v1/catalogues/otro/plans`, {
      headers: { 'Accept-Language': 'es-MX' },
    })
    expect(await answer.json()).toEqual(Problem.parse(read('errors/problem.json')))
    Entitlements.parse(read('entitlements/entitlements.json'))
    for (const name of ['changed', 'included', 'purchased']) {
      const file = `entitlements/${name}.json`
      expect(readMessage(textOf(file))).toEqual(read(file))
    }
    const issued = await fetch(`${stage.url}/sandbox/identity/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ecosystem: 'clinica-horizonte', email: 'ana@horizonte.mx' }),
    })
    const { token } = (await issued.json()) as { token: string }
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
    expect(Object.keys(claims).sort()).toEqual(Object.keys(read('authentication/token.json')).sort())
    const known = [
      'errors/problem.json',
      'entitlements/entitlements.json',
      'entitlements/changed.json',
      'entitlements/included.json',
      'entitlements/purchased.json',
      'authentication/token.json',
      'going-live/policy.json',
    ]
    expect(
      ending('json')
        .map(({ file }) => file)
        .sort(),
    ).toEqual(known.sort())
  })

  it('allows what the server does at Amazon, and nothing else', () => {
    const { Statement } = JSON.parse(textOf('going-live/policy.json')) as {
      Statement: { Action: string[] }[]
    }
    const commandsIn = (file: string) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/new sdk\.(\w+)Command\(/g)].map(([, name]) => name)
    const needed = [
      ...commandsIn('server/messaging/sqs-queue.ts').map((name) => `sqs:${name}`),
      ...commandsIn('server/identity/cognito.ts').map((name) => `cognito-idp:${name}`),
    ]
    expect(Statement.flatMap(({ Action }) => Action).sort()).toEqual([...new Set(needed)].sort())
  })

  it('makes a database on PostgreSQL', async () => {
    const postgres = await startPostgres()
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    for (const statement of textOf('going-live/database.sql')
      .split(';')
      .filter((one) => one.trim()))
      await client.query(statement)
    await client.end()
    await postgres.stop()
  })

  it('reads what an ecosystem may use in its own database', async () => {
    const { db } = stage.running.deps
    const query = textOf('entitlements/kept.sql')
    const read = async () => ((await db.execute(query)) as unknown as { rows: unknown[] }).rows
    // The demonstration's first customer is provisioned a moment after the start.
    await expect
      .poll(() => read().catch(() => []), { timeout: 30_000 })
      .toEqual([{ access: 'full', limits: expect.any(Object), revision: expect.any(Number) }])
    expect(
      ending('sql')
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['entitlements/kept.sql', 'entitlements/spend.sql', 'going-live/database.sql'])
  })

  it('counts encounters in that database, and not more than there are', async () => {
    const { db } = stage.running.deps
    const query = textOf('entitlements/spend.sql')
    const spend = async () => ((await db.execute(query)) as unknown as { rows: unknown[] }).rows
    await expect.poll(() => spend().catch(() => []), { timeout: 30_000 }).toEqual([{ spend: false }])
  })

  it('answers, where it asks the server', async () => {
    for (const { file, text } of ending('sh')) {
      const ran = run('bash', ['-euo', 'pipefail', '-c', text], { env: process.env })
      const { stdout } = await ran.catch((failed: { stderr: string }) => {
        throw new Error(`${file}: ${failed.stderr}`)
      })
      expect(stdout, file).toMatch(/\S/)
    }
  })

  it('sends plans, and a customer’s page with its token, from a server in Node', async () => {
    await writeFile(join(project, 'customer.html'), textOf('quick-start/customer.html'))
    const ended: string[] = []
    const serve = (file: string, port: number) =>
      execFile(
        process.execPath,
        ['--input-type=module', '-e', textOf(file)],
        { cwd: project, env: { ...process.env, PORT: String(port) } },
        (error) => error && !error.killed && ended.push(`${file}: ${error.message}`),
      )
    const answerOf = async (port: number) =>
      (await fetch(`http://127.0.0.1:${port}`).catch(() => null))?.text() ?? ended.join()
    const [rendering, connecting] = [await freePort(), await freePort()]
    const servers = [
      serve('server-rendering/server.mjs', rendering),
      serve('quick-start/server.mjs', connecting),
    ]
    try {
      await expect.poll(() => answerOf(rendering), { timeout: 60_000 }).toContain('shadowrootmode')
      await expect.poll(() => answerOf(connecting), { timeout: 60_000 }).toContain('waizant-billing-panel')
      const { page } = await stage.visitor()
      await page.goto(`http://localhost:${connecting}/`)
      await page.locator('waizant-billing-panel [part~=card-plan]').waitFor()
      await page.context().close()
    } finally {
      for (const server of servers) server.kill()
    }
    expect(ending('mjs')).toHaveLength(2)
  })

  it('renders plans in Astro', async () => {
    await mkdir(join(project, 'src/pages'), { recursive: true })
    await writeFile(join(project, 'src/pages/index.astro'), textOf('server-rendering/page.astro'))
    const build = `import { build } from 'astro'; await build({ root: '${project}', logLevel: 'error', vite: { ssr: { external: ['@waizant/billing/server'] } } })`
    await run(process.execPath, ['--input-type=module', '-e', build], {
      cwd: project,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    })
    const html = readFileSync(join(project, 'dist/index.html'), 'utf8')
    expect(html).toContain('shadowrootmode="open"')
    expect(html).toContain('data-waizant-plans')
    expect(ending('astro')).toHaveLength(1)
  })
})
