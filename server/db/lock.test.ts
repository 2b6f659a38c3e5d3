import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockDirectory } from './lock.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'waizant-lock-'))

it('refuses a data directory that is in use, naming it', async () => {
  const path = directory()
  const unlock = await lockDirectory(path)
  await expect(lockDirectory(path)).rejects.toThrow(`Another process is using the data directory ${path}`)
  await unlock()
})

it('lends the directory again once it was given back', async () => {
  const path = directory()
  await (await lockDirectory(path))()
  const unlock = await lockDirectory(path)
  await unlock()
})
