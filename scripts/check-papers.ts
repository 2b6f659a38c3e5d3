/** `npm run check`: files named in the documents must exist, and every rule in RULES.md must name its test. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'RULES.md', 'GLOSSARY.md', 'SECURITY.md']

/** Folders that exist only after a release. */
const made = new Set(['widgets/releases/'])

const isThere = (path: string): boolean =>
  made.has(path) || ['', '.ts'].some((ending) => existsSync(join(root, path + ending)))

/** A sentence for each path in backquotes that does not exist. */
export const lostPaths = (name: string, text: string): string[] =>
  [...text.matchAll(/`((?:server|widgets|site|scripts|bench)\/[\w./-]+)`/g)]
    .filter(([, path]) => !isThere(path!))
    .map(([, path]) => `${name} names ${path}, which is not there: name the file that took its place.`)

/** A sentence for each rule of RULES.md that names no test and is not marked as `not built yet`. */
export const unprovedRules = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| heading'))
    .filter((line) => !/\.test\.ts`/.test(line) && !line.includes('not built yet'))
    .map(
      (line) =>
        `RULES.md: no test proves “${line.split('|')[1]!.trim()}”: write one and name it in the last column.`,
    )

const paperText = (name: string): string => readFileSync(join(root, name), 'utf8')

export const flawsOfPapers = (): string[] => [
  ...papers.flatMap((name) => lostPaths(name, paperText(name))),
  ...unprovedRules(paperText('RULES.md')),
]

if (import.meta.main) {
  const flaws = flawsOfPapers()
  for (const flaw of flaws) console.error(flaw)
  process.exit(flaws.length ? 1 : 0)
}
