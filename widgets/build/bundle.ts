/** The widgets as a browser loads them: `node widgets/build/bundle.ts` writes `dist/widgets/`. */
import { watch as watchFiles } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { minify } from 'terser'
import { leanLit } from './lean-lit.ts'
import { leanNanostores } from './lean-nanostores.ts'
import { integrityOf, restoreReleases, writeIntegrity } from './releases.ts'
import { squeezeTemplates } from './squeeze-templates.ts'

const root = join(import.meta.dirname, '../..')

/** Each entry becomes a chunk with its folder and file name. */
export const elements = [
  'plan-picker',
  'plan-comparison',
  'balance-badge',
  'plan-change',
  'encounter-purchase',
  'licence-purchase',
  'billing-panel',
  'billing-notice',
  'plan-settings',
]

/** What the script tag loads in addition to elements, when a page needs it. */
const onDemand = ['page-api', 'hydrate-when-idle', 'hydrate']

const shared: BuildOptions & { metafile: true; write: false } = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  outdir: 'dist/widgets',
  metafile: true,
  write: false,
  plugins: [leanLit, leanNanostores, squeezeTemplates],
}

/** What loads on demand: an entry per element, and their shared code. */
const buildElements = () =>
  build({
    ...shared,
    entryPoints: [...onDemand, ...elements.map((name) => `elements/${name}/${name}`)].map(
      (path) => `widgets/${path}.ts`,
    ),
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  })

const neededBy = ({ imports }: Metafile['outputs'][string]) =>
  imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path))

/**
 * The files to request at once, the entry's own first: by tag, an element's files and the core; by language, the words;
 * then the code of `connect` and of hydration. Code that only customers' elements share is left to those elements:
 * listing it would grow the script tag, which a prospect's first paint waits for.
 */
const filesByName = ({ outputs }: Metafile) => {
  const entries = Object.entries(outputs).flatMap(([path, output]) => {
    const name = nameOf(output.entryPoint ?? '')
    return name ? [{ name, file: basename(path), needed: neededBy(output) }] : []
  })
  const core = entries.find(({ name }) => name === 'waizant-plan-picker')!.needed
  return Object.fromEntries(
    entries.map(({ name, file, needed }) => [
      name,
      [file, ...(name.startsWith('waizant-') ? needed.filter((one) => core.includes(one)) : [])],
    ]),
  )
}

const nameOf = (source: string): string | undefined => {
  const path = source.replace(/^widgets\/|\.ts$/g, '')
  if (onDemand.includes(path)) return path
  const [kind, folder = '', file = ''] = path.split('/')
  if (path === 'i18n/en/plans') return 'en'
  if (path === 'i18n/es-mx/plans') return 'es-MX'
  return kind === 'elements' && folder === file && elements.includes(folder) ? `waizant-${folder}` : undefined
}

/** The script tag is a bundle of its own: it loads the elements by the file names that were just assigned. */
const buildLoader = (metafile: Metafile) =>
  build({
    ...shared,
    entryPoints: { waizant: 'widgets/loader.ts' },
    define: { ...shared.define, FILES: JSON.stringify(filesByName(metafile)) },
  })

/** esbuild bundles; terser then saves some hundred bytes more, and the first paint waits for each of them. */
const tighten = async (code: string): Promise<string> => {
  const { code: tight } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe: true, pure_getters: true, keep_fargs: false },
  })
  return tight!
}

/**
 * Builds everything that a page may load into `outdir`. `waizant.js` follows the release; `<version>/waizant.js` never
 * changes. `integrity.json` has the hash for `integrity="…"`, `<version>/integrity.json` those of all files of a
 * version. All other files are named by their content.
 */
const bundle = async (outdir: string) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const chunks = await buildElements()
  const loader = await buildLoader(chunks.metafile)
  const fresh = `${outdir}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(join(fresh, version), { recursive: true })
  const integrity: Record<string, string> = {}
  for (const { path, text } of [...chunks.outputFiles, ...loader.outputFiles]) {
    const contents = await tighten(text)
    await writeFile(join(fresh, basename(path)), contents)
    await cp(join(fresh, basename(path)), join(fresh, version, basename(path)))
    integrity[basename(path)] = integrityOf(contents)
  }
  await writeFile(join(fresh, version, 'integrity.json'), JSON.stringify(integrity, null, 2))
  await restoreReleases(fresh)
  await writeIntegrity(fresh, version)
  await rm(outdir, { recursive: true, force: true })
  await rename(fresh, outdir)
  return { ...chunks.metafile.outputs, ...loader.metafile.outputs }
}

export interface BundledWidgets {
  outdir: string
  /** esbuild's metadata of every file, by path under `dist/widgets/`. */
  outputs: Metafile['outputs']
  /** Stops watching; only set with `watch`. */
  stop: () => void
}

/** Builds the widgets; with `watch`, again at every change of a source. */
export const bundleWidgets = async ({
  outdir = join(root, 'dist/widgets'),
  watch = false,
} = {}): Promise<BundledWidgets> => {
  const outputs = await bundle(outdir)
  if (!watch) return { outdir, outputs, stop: () => {} }
  let building = Promise.resolve()
  const watcher = watchFiles(join(root, 'widgets'), { recursive: true }, (_, file) => {
    if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return
    building = building
      .then(() => bundle(outdir))
      .then(
        () => console.log(`widgets built again: ${file}`),
        (error: Error) => console.error(error.message),
      )
  })
  return { outdir, outputs, stop: () => watcher.close() }
}

if (import.meta.main) {
  const { outdir } = await bundleWidgets()
  console.log(`widgets in ${outdir}`)
}
