/**
 * The npm package: the same elements for a bundler, one entry each, with types, the manifest and editor data.
 * `widgets/dist/` is exactly what `npm publish ./widgets/dist` sends.
 */
import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { cssData, htmlData, webTypes } from './editor-data.ts'
import { elementTypes } from './element-types.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import { squeezeTemplates } from './squeeze-templates.ts'

const root = join(import.meta.dirname, '../..')

/** Where `widgets/package.json` has what is published; with it the site's examples import the package by its name. */
const published = './dist/'

interface PackageJson {
  name: string
  version: string
  exports: Record<string, string | Record<string, string>>
  dependencies: Record<string, string>
  [field: string]: unknown
}

/** The entries of `exports` with code: their names in the package and their sources. */
const entriesOf = ({ exports }: PackageJson): Record<string, string> =>
  Object.fromEntries(
    Object.values(exports).flatMap((target) => {
      const { types, default: code } = typeof target === 'string' ? {} : target
      if (!types || !code || code.includes('/types/')) return []
      const source = types.replace(`${published}types/`, '').replace(/\.d\.ts$/, '.ts')
      return [[basename(code, '.js'), source]]
    }),
  )

const readJson = async (path: string) => JSON.parse(await readFile(join(root, path), 'utf8'))

/** What `widgets/package.json` says, with the version of the product, which only the root names. */
const readPackage = async (): Promise<PackageJson> => {
  const { version } = await readJson('package.json')
  return { ...(await readJson('widgets/package.json')), version }
}

/** Lit and other npm packages stay imports: a page must not run two copies of them. */
const bundleEntries = (entries: Record<string, string>, outdir: string) =>
  build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    packages: 'external',
    alias: contractAliases(),
    target: 'es2022',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [squeezeTemplates],
  })

/** `packages: 'external'` would take `#contract/…` for an npm package. */
const contractAliases = () =>
  Object.fromEntries(
    globSync('server/contract/*.ts', { cwd: root }).map((path) => [
      `#contract/${basename(path, '.ts')}`,
      `./${path}`,
    ]),
  )

/** Declarations import each other as files of the package: with `.js`, and never by `#contract`. */
const portable = (text: string, file: string): string =>
  text
    .replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1')
    .replace(/(['"])#contract\/([\w-]+)\1/g, (_, quote, name) => {
      const path = relative(join(file, '..'), `server/contract/${name}.js`)
      return `${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
    })

const declare = async (outdir: string, manifest: Manifest) => {
  const config = join(import.meta.dirname, 'declarations.tsconfig.json')
  const tsc = join(root, 'node_modules/.bin/tsc')
  await promisify(execFile)(tsc, ['-p', config, '--outDir', outdir])
  for (const file of globSync('**/*.d.ts', { cwd: outdir })) {
    const path = join(outdir, file)
    await writeFile(path, portable(await readFile(path, 'utf8'), file))
  }
  await cp(join(root, 'widgets/frameworks'), join(outdir, 'widgets/frameworks'), { recursive: true })
  await writeFile(join(outdir, 'widgets/elements.d.ts'), elementTypes(manifest))
}

/**
 * The package.json of the package: the workspace's with paths from `dist/`, without what only the repository needs. Its
 * dependencies are what its code and types import, in any version that is compatible.
 */
const packageJsonOf = async (own: PackageJson, imported: Set<string>): Promise<object> => {
  const { private: _, imports, devDependencies, ...fields } = own
  // The contract is part of the code, so what it imports is imported by the package.
  const contract = await readJson('server/contract/package.json')
  const dependencies = Object.entries({ ...own.dependencies, ...contract.dependencies })
    .filter(([one]) => imported.has(one))
    .map(([one, version]) => [one, `^${version}`])
    .sort()
  return {
    ...JSON.parse(JSON.stringify(fields).replaceAll(published, './')),
    // Importing an element registers it; a bundler may drop every other unused module.
    sideEffects: ['./index.js', './*-*.js', './chunks/*.js'],
    dependencies: Object.fromEntries(dependencies),
  }
}

const packagesIn = async (folder: string) => {
  const found = new Set<string>()
  for (const file of globSync('**/*.{js,d.ts}', { cwd: folder })) {
    if (file.includes('/frameworks/')) continue
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import|import\()\s*['"]((?:@[\w-]+\/)?[\w-]+)[^'"]*['"]/g))
      found.add(name!)
  }
  return found
}

/** The files that tools read, by name. */
const toolFiles = async (
  elements: readonly string[],
): Promise<{ manifest: Manifest; files: Record<string, string> }> => {
  const manifest = manifestOf(elements)
  const text = (value: object) => JSON.stringify(value, null, 2)
  return {
    manifest,
    files: {
      'custom-elements.json': text(manifest),
      'html.json': text(htmlData(manifest)),
      'css.json': text(cssData(manifest)),
      'web-types.json': text(webTypes(manifest, await readPackage())),
    },
  }
}

/** Writes what tools read next to the script tag: `/widgets/custom-elements.json` and the like. */
export const writeToolFiles = async (elements: readonly string[], outdir: string): Promise<void> => {
  const { files } = await toolFiles(elements)
  for (const [name, text] of Object.entries(files)) await writeFile(join(outdir, name), text)
}

/** Writes the whole package into `outdir`, replacing the previous one in one step. */
export const packageElements = async (
  elements: readonly string[],
  outdir = join(root, 'widgets/dist'),
): Promise<void> => {
  const own = await readPackage()
  const fresh = await mkdtemp(join(tmpdir(), 'npm-'))
  const { manifest, files } = await toolFiles(elements)
  await mkdir(join(fresh, 'types'))
  await Promise.all([
    bundleEntries(entriesOf(own), fresh),
    declare(join(fresh, 'types'), manifest),
    ...Object.entries(files).map(([name, text]) => writeFile(join(fresh, name), text)),
  ])
  const text = JSON.stringify(await packageJsonOf(own, await packagesIn(fresh)), null, 2)
  await writeFile(join(fresh, 'package.json'), text)
  await rm(outdir, { recursive: true, force: true })
  await mkdir(join(outdir, '..'), { recursive: true })
  await cp(fresh, outdir, { recursive: true })
  await rm(fresh, { recursive: true, force: true })
}
