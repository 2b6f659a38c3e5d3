import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { integrityOf, keepRelease, restoreReleases, writeIntegrity } from './releases.ts'

let folder: string
let releases: string
let built: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'releases-'))
  releases = join(folder, 'releases')
  built = join(folder, 'built')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A build of the current sources: a script with the text `text`, and one chunk. */
const build = async (version: string, text: string, outdir = built) => {
  const chunk = `chunk-${text.toUpperCase().padEnd(8, 'X')}.js`
  for (const place of [outdir, join(outdir, version)]) {
    await mkdir(place, { recursive: true })
    await writeFile(join(place, 'waizant.js'), text)
    await writeFile(join(place, chunk), text)
  }
}

const read = (path: string) => readFile(join(built, path), 'utf8')

it('a published version stays as it was while the sources change, and its chunks stay in reach', async () => {
  await keepRelease('1.0.0', ({ outdir }) => build('1.0.0', 'first', outdir), releases)
  await build('1.0.0', 'changed')
  await restoreReleases(built, releases)
  expect(await read('waizant.js')).toBe('changed')
  expect(await read('1.0.0/waizant.js')).toBe('first')
  expect(await read('chunk-FIRSTXXX.js')).toBe('first')
  expect(await read('chunk-CHANGEDX.js')).toBe('changed')
})

it('older versions are published next to the current one, each with the hash of its script', async () => {
  await keepRelease('1.0.0', ({ outdir }) => build('1.0.0', 'first', outdir), releases)
  await build('1.1.0', 'second')
  await restoreReleases(built, releases)
  await writeIntegrity(built, '1.1.0')
  expect(JSON.parse(await read('integrity.json'))).toEqual({
    current: '1.1.0',
    versions: {
      '1.0.0': { src: '/widgets/1.0.0/waizant.js', integrity: integrityOf('first') },
      '1.1.0': { src: '/widgets/1.1.0/waizant.js', integrity: integrityOf('second') },
    },
  })
})

it('a version is kept once', async () => {
  const keep = () => keepRelease('1.0.0', ({ outdir }) => build('1.0.0', 'first', outdir), releases)
  await keep()
  await expect(keep()).rejects.toThrow('raise the version')
})
