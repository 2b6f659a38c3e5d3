import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { SettingsError } from '../../env.ts'
import { lockDirectory } from './lock.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'waizant-lock-'))

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

const script = `
import { lockDirectory } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
await lockDirectory(process.argv[1]).then(() => console.log('locked'), (error) => console.log(error.message))
globalThis.gc()
setInterval(() => globalThis.gc(), 1_000)`

/** Another process, with a temporary directory of its own, tries to lock the data directory; returns its output. */
const take = async (path: string) => {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script, path], {
    env: { PATH: process.env.PATH, TMPDIR: directory() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  )
  const killed = () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGKILL')
    })
  return { said, killed }
}

it('refuses a data directory that is in use, naming it', async () => {
  const path = directory()
  const unlock = await lockDirectory(path)
  await expect(lockDirectory(path)).rejects.toThrow(`Another process is using the data directory ${path}`)
  await unlock()
})

it.each([
  ['is a folder', (file: string) => mkdirSync(file)],
  ['was damaged', (file: string) => writeFileSync(file, 'x'.repeat(2_000))],
])('names its file when that %s', async (_, damage) => {
  const path = directory()
  damage(join(path, 'lock'))
  const refusal = await lockDirectory(path).catch((error) => error)
  expect(refusal).toBeInstanceOf(SettingsError)
  expect(refusal.message).toContain(join(path, 'lock'))
})

it('locks the directory again after it was released', async () => {
  const path = directory()
  await (await lockDirectory(path))()
  const unlock = await lockDirectory(path)
  await unlock()
})

it('is one for all processes, with any temporary directory, and released when its process is killed', async () => {
  const path = directory()
  const first = await take(path)
  expect(first.said).toBe('locked')
  expect((await take(path)).said).toContain(`Another process is using the data directory ${path}`)
  await first.killed()
  expect((await take(path)).said).toBe('locked')
})

it('is taken by one of many processes that find an abandoned lock at the same time', async () => {
  const path = directory()
  await (await take(path)).killed()
  const all = await Promise.all(Array.from({ length: 6 }, () => take(path)))
  expect(all.filter(({ said }) => said === 'locked')).toHaveLength(1)
})

it('works for a directory with a long name', async () => {
  const path = join(directory(), ...Array<string>(10).fill('x'.repeat(40)))
  const unlock = await lockDirectory(path)
  expect((await take(path)).said).toContain('Another process')
  await unlock()
})
