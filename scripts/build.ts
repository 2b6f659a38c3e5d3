/** `npm run build`: widgets and site into `dist/`, compressed. Does nothing when no source has changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build as buildSite } from 'astro'
import { buildSocialImages } from '../site/social/build.ts'
import { brotli } from '../widgets/build/brotli.ts'
import { writeWeights } from '../widgets/build/budgets.ts'
import { bundleWidgets, elements } from '../widgets/build/bundle.ts'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', 'built-from')

const filesIn = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** A digest of everything that the build reads, without what it writes. */
const sources = (): string => {
  const hash = createHash('sha256')
  const configs = [
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'scripts/build.ts',
    // The guide shows the contents of these files.
    'server/env.ts',
    'server/words/problems.ts',
    'tsconfig.json',
  ]
  const files = ['site', 'widgets', 'server/contract', 'bench/results']
    .flatMap(filesIn)
    .filter((file) => !file.startsWith(join(root, 'widgets/dist/')))
  for (const file of [...files, ...configs.map((name) => join(root, name))])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Compressed once here at the highest level, instead of at every request. */
const compress = async (directory: string) => {
  const texts = filesIn(directory).filter((file) =>
    /\.(js|css|html|svg|json|xml|txt|webmanifest)$/.test(file),
  )
  for (const file of texts) {
    const content = readFileSync(file)
    writeFileSync(`${file}.br`, await brotli(content))
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
  }
}

/**
 * For developers who embed the elements: the npm package, editor data, a page for each framework. It needs development
 * packages, so an installation for production skips it.
 */
const buildKit = async () => {
  if (!existsSync(join(root, 'node_modules/svelte'))) return
  const { packageElements, writeToolFiles } = await import('../widgets/build/npm-package.ts')
  const { buildExamples } = await import('../site/examples/build.ts')
  await writeToolFiles(elements, join(root, 'dist/widgets'))
  await packageElements(elements)
  await buildExamples()
}

export const build = async (): Promise<void> => {
  const from = sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return
  await writeWeights(await bundleWidgets())
  await buildSite({ root, logLevel: 'warn' })
  await buildSocialImages(join(root, 'dist/site/client'))
  await buildKit()
  await compress('dist/widgets')
  await compress('dist/site/client')
  writeFileSync(stamp, from)
}

if (import.meta.main) await build()
