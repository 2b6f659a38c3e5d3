import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Locked {
  optionalDependencies?: Record<string, string>
  resolved?: string
  /** A package of this repository. */
  link?: boolean
}

const { packages } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
) as {
  packages: Record<string, Locked>
}

// `npm ci` refuses a lockfile that names a platform's build without listing it.
it('locks every optional package that a locked package names', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  )
  expect(missing).toEqual([])
})

it('names no registry but npm’s own', () => {
  const elsewhere = Object.values(packages).flatMap(({ resolved, link }) => (link ? [] : (resolved ?? [])))
  expect(elsewhere.filter((url) => !url.startsWith('https://registry.npmjs.org/'))).toEqual([])
})

// Two packages of this repository that name two versions of one dependency would run two copies of it.
it('has one version of each dependency for all packages of this repository', () => {
  const own = Object.keys(packages).filter((path) => path && !path.startsWith('node_modules/'))
  expect(own).toContain('widgets')
  expect(own.filter((path) => path.includes('/node_modules/'))).toEqual([])
})

const isLocked = (from: string, name: string): boolean => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
