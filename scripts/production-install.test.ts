import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { packageOf } from './inside-package.ts'
import { nameIn } from './named-packages.ts'

const root = join(import.meta.dirname, '..')

/** Made only where there are development packages. */
const kit = ['site/examples/', 'widgets/build/npm-package.ts']

/** Everything that `npm start` runs or bundles, apart from what only tests and readers of the guide do. */
const begun = [
  'scripts/build.ts',
  'server/main.ts',
  'server/worker.ts',
  'astro.config.mjs',
  ...globSync('site/{middleware,pages/**/*,scripts/**/*}.ts', { cwd: root }),
  'widgets/dev/show.ts',
  'widgets/dev/states.ts',
].filter((file) => !file.endsWith('.test.ts'))

const dependenciesOf = (folder: string): string[] => {
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.keys({ ...own.dependencies, ...own.peerDependencies })
}

it('brings every package that a build and a start import', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: begun,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.css': 'empty' },
    write: false,
    outdir: 'dist/unwritten',
    metafile: true,
    logLevel: 'error',
  })
  const imported = Object.entries(metafile.inputs)
    .filter(([file]) => !kit.some((path) => file.startsWith(path)))
    .flatMap(([file, { imports }]) =>
      imports
        .filter(({ path, external }) => external && !isBuiltin(path) && !/^(#|astro:|virtual:)/.test(path))
        .map(({ path }) => ({ file, name: nameIn(path) })),
    )
  expect(new Set(imported.map(({ name }) => name)).size).toBeGreaterThan(30)
  const missing = imported.filter(
    ({ file, name }) => !dependenciesOf(packageOf(join(root, file))).includes(name),
  )
  expect(
    missing.map(({ file, name }) => {
      const own = relative(root, join(packageOf(join(root, file)), 'package.json'))
      return `${file} needs ${name} among the dependencies of ${own}`
    }),
  ).toEqual([])
})
