import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { startPostgres, type TestPostgres } from './testing/postgres.ts'

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Runs the server as a process of its own; returns its output and its exit code. */
const run = (settings: Record<string, string>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', SANDBOX_STRIPE_PORT: '0', ...settings },
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
  const ready = async () => {
    for (;;) {
      const url = /Precios +(http:\S+)\/precios/.exec(said)?.[1]
      if (url) return url
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { child, ended, ready }
}

const directory = () => mkdtempSync(join(tmpdir(), 'waizant-main-'))

/** One in which the demonstration has been played, which takes longer than everything that is tested here. */
const playedDirectory = () => {
  const made = directory()
  cpSync(inject('demonstration'), made, { recursive: true })
  return made
}

it('starts with no setting but a place for its data, serves, ends cleanly, and starts again', async () => {
  const settings = { DATA_DIR: directory() }
  for (let times = 0; times < 2; times++) {
    const server = run(settings)
    const url = await server.ready()
    const answers = ['/readyz', '/precios', '/widgets/waizant.js', '/v1/config'].map((path) =>
      fetch(url + path),
    )
    for (const answer of await Promise.all(answers))
      expect([answer.url, answer.status]).toEqual([answer.url, 200])
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  }
})

it('refuses a data directory that another process uses, and says so', async () => {
  const settings = { DATA_DIR: playedDirectory() }
  await run(settings).ready()
  const second = await run(settings).ended
  expect(second.code).toBe(1)
  expect(second.said).toContain('Another process is using the data directory')
  expect(second.said).not.toContain('    at ')
})

it('listens to this machine alone and says so; to the network where HOST says it, with what that means', async () => {
  const alone = run({ DATA_DIR: playedDirectory() })
  const { port } = new URL(await alone.ready())
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of outside)
    await expect(fetch(`http://${address}:${port}/healthz`)).rejects.toThrow()
  alone.child.kill('SIGTERM')
  expect((await alone.ended).said).toContain('Only this machine can reach it (127.0.0.1)')
  const open = run({ DATA_DIR: playedDirectory(), HOST: '0.0.0.0' })
  const at = new URL(await open.ready())
  for (const { address } of outside)
    expect((await fetch(`http://${address}:${at.port}/healthz`)).status).toBe(200)
  open.child.kill('SIGTERM')
  expect((await open.ended).said).toContain('everybody on it can sign in as anybody')
})

describe('says in one sentence, without a stack, why it can’t start:', () => {
  const refused = async (settings: Record<string, string>) => {
    const { code, said } = await run(settings).ended
    expect(code, said).toBe(1)
    expect(said).not.toMatch(/^\s+at /m)
    return said.trim()
  }
  const portTaken = async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, port: String((server.address() as AddressInfo).port) }
  }

  it.each(['PORT', 'SANDBOX_STRIPE_PORT'])('a taken %s', async (setting) => {
    const { server, port } = await portTaken()
    const said = await refused({ DATA_DIR: directory(), [setting]: port })
    expect(said).toBe(`Port ${port} is in use. Set ${setting} to another one.`)
    server.close()
  })

  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  it.each([
    ['a wrong password', (url: URL) => (url.password = 'wr0ng'), 'refuses this user or password'],
    [
      'a database that is not there',
      (url: URL) => (url.pathname = 'nobody_made_it'),
      'no database of this name',
    ],
    ['a database that cannot be reached', (url: URL) => (url.port = '1'), 'cannot be reached'],
  ])('%s', async (_, change, sentence) => {
    const url = new URL(postgres.url)
    url.username = 'waizant_nobody'
    if (change(url) !== 'wr0ng') url.username = new URL(postgres.url).username
    const said = await refused({ DATA_DIR: directory(), DATABASE_URL: url.href })
    expect(said).toMatch(new RegExp(`^DATABASE_URL: .*${sentence}`))
    expect(said).not.toContain('wr0ng')
  })

  it('a file where its folder should be', async () => {
    const file = join(directory(), 'file')
    writeFileSync(file, '')
    expect(await refused({ DATA_DIR: file })).toContain(
      `DATA_DIR: there is a file where the folder should be (${file})`,
    )
  })

  it('a file of the sandbox that is empty', async () => {
    const data = directory()
    mkdirSync(join(data, 'sandbox'))
    writeFileSync(join(data, 'sandbox', 'clock.json'), '')
    const said = await refused({ DATA_DIR: data })
    expect(said).toContain(`its file ${join(data, 'sandbox', 'clock.json')} is damaged`)
    expect(said).toContain(`delete the folder ${data}`)
  })
})

it('refuses wrong settings, naming them', async () => {
  const { code, said } = await run({ DATA_DIR: directory(), NODE_ENV: 'production' }).ended
  expect(code).toBe(1)
  expect(said).not.toContain('    at ')
  expect(said).toContain('Missing: DATABASE_URL, STRIPE_SECRET_KEY, COGNITO_USER_POOL_ID, PUBLIC_URL')
})
