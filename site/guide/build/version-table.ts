import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../routes.ts'
import { versionWords } from '../words/versions.ts'
import { table } from './table.ts'

const published = join(import.meta.dirname, '../../../dist/widgets/integrity.json')

interface Published {
  current: string
  versions: Record<string, { src: string; integrity: string }>
}

/** The versions in the built widgets; null before they are built. */
export const publishedVersions = (): Published | null =>
  existsSync(published) ? (JSON.parse(readFileSync(published, 'utf8')) as Published) : null

/** Every version that can be pinned, with its integrity hash. */
export const versionTable = (locale: Locale): string => {
  const words = versionWords[locale]
  const known = publishedVersions()
  if (!known) return words.notBuilt
  const rows = Object.entries(known.versions).map(([version, { src, integrity }]) => [
    version,
    `\`${src}\``,
    `\`${integrity}\``,
  ])
  return table([words.version, words.script, words.integrity], rows.reverse())
}
