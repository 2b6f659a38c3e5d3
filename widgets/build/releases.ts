/** Published releases never change: `widgets/releases/<version>/` holds the files of each as they were published. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const releasesFolder = join(import.meta.dirname, '../releases')

const isVersion = (name: string) => /^\d+\.\d+\.\d+/.test(name)

const versionsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter(isVersion) : []

/** The hash for `integrity="…"`. */
export const integrityOf = (content: string | Buffer): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`

/**
 * Copies the published releases into the build: each under its version, unchanged by newer sources. Its hashed files
 * also go next to the current ones, for pages that were open during a deployment.
 */
export const restoreReleases = async (outdir: string, releases = releasesFolder): Promise<void> => {
  for (const version of versionsIn(releases)) {
    const kept = join(releases, version)
    await rm(join(outdir, version), { recursive: true, force: true })
    await cp(kept, join(outdir, version), { recursive: true })
    for (const file of readdirSync(kept).filter((name) => /-[A-Z0-9]{8}\.js$/.test(name)))
      await cp(join(kept, file), join(outdir, file))
  }
}

/** `integrity.json`: by version, the path of its script and the hash to pin it with. */
export const writeIntegrity = async (outdir: string, current: string): Promise<void> => {
  const versions: Record<string, { src: string; integrity: string }> = {}
  for (const version of versionsIn(outdir)) {
    const integrity = integrityOf(await readFile(join(outdir, version, 'waizant.js')))
    versions[version] = { src: `/widgets/${version}/waizant.js`, integrity }
  }
  await writeFile(join(outdir, 'integrity.json'), JSON.stringify({ current, versions }, null, 2))
}

/** Stores the current build as a version, permanently; refuses a version that was published already. */
export const keepRelease = async (
  version: string,
  bundle: (given: { outdir: string }) => Promise<unknown>,
  releases = releasesFolder,
): Promise<string> => {
  const kept = join(releases, version)
  if (existsSync(kept)) throw new Error(`${version} is published already: raise the version in package.json.`)
  const folder = await mkdtemp(join(tmpdir(), 'release-'))
  await bundle({ outdir: join(folder, 'widgets') })
  await cp(join(folder, 'widgets', version), kept, { recursive: true })
  await rm(folder, { recursive: true, force: true })
  return kept
}
