/** The widgets as a browser loads them: `node bundle.config.ts` writes `dist/widgets/`. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, context } from 'esbuild'
import { squeezeTemplates } from './widgets/build/squeeze-templates.ts'

const root = import.meta.dirname

const optionsFor = (outdir: string): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: { waizant: 'widgets/waizant.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  minify: true,
  legalComments: 'none',
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  conditions: ['browser'],
  metafile: true,
  plugins: [squeezeTemplates],
})

const integrityOf = (content: Buffer) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** `<version>/` holds the same files for ever, with what `integrity="…"` needs. */
const pin = async (outdir: string) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const pinned = join(outdir, version)
  const files = (await readdir(outdir)).filter((name) => name.endsWith('.js')).sort()
  await mkdir(pinned, { recursive: true })
  const integrity: Record<string, string> = {}
  for (const file of files) {
    await cp(join(outdir, file), join(pinned, file))
    integrity[file] = integrityOf(await readFile(join(outdir, file)))
  }
  await writeFile(join(pinned, 'integrity.json'), JSON.stringify(integrity, null, 2))
}

export interface BundledWidgets {
  outdir: string
  /** Ends watching, when it was asked for. */
  stop: () => Promise<void>
}

/** Builds everything a page may load into `outdir`; with `watch` again at every change. */
export const bundleWidgets = async ({
  outdir = join(root, 'dist/widgets'),
  watch = false,
} = {}): Promise<BundledWidgets> => {
  await rm(outdir, { recursive: true, force: true })
  const builder = await context({
    ...optionsFor(outdir),
    plugins: [
      squeezeTemplates,
      { name: 'pin', setup: (build) => build.onEnd(({ errors }) => (errors.length ? undefined : pin(outdir))) },
    ],
  })
  await builder.rebuild()
  if (watch) await builder.watch()
  else await builder.dispose()
  return { outdir, stop: () => builder.dispose() }
}

if (process.argv[1] && basename(process.argv[1]) === basename(fileURLToPath(import.meta.url))) {
  const { outdir } = await bundleWidgets()
  console.log(`widgets in ${outdir}`)
}
