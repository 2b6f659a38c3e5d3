import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { SettingsError } from '../../env.ts'
import { CatalogueFile, type Mistake, mistakesIn } from './file.ts'

/** Reads every catalogue file of a directory; a mistake is a `SettingsError` with file, line and reason. */
export const readCatalogues = (directory: string = import.meta.dirname): CatalogueFile[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readCatalogue(join(directory, name)))

const readCatalogue = (path: string): CatalogueFile => {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const refuse = (line: number, reason: string): never => {
    throw new SettingsError(`${basename(path)}, line ${line}: ${reason}`)
  }
  const lineOf = (where: Mistake['path']): number => {
    for (let depth = where.length; depth > 0; depth--) {
      const node = document.getIn(where.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const [broken] = document.errors
  if (broken) refuse(lines.linePos(broken.pos[0]).line, broken.message.split('\n')[0]!)
  const parsed = CatalogueFile.safeParse(document.toJS())
  if (!parsed.success) {
    const { path: where, message, ...issue } = parsed.error.issues[0]!
    const field = where.at(-1)
    refuse(lineOf(where as Mistake['path']), `${String(field ?? 'file')}: ${reasonOf(issue, message)}`)
  }
  const [mistake] = mistakesIn(parsed.data!)
  if (mistake) refuse(lineOf(mistake.path), mistake.reason)
  return parsed.data!
}

const reasonOf = (issue: { code?: unknown; keys?: unknown; expected?: unknown }, message: string) => {
  if (issue.code === 'unrecognized_keys') return `unknown: ${(issue.keys as string[]).join(', ')}`
  return message === 'Invalid input' && issue.expected ? `expected ${String(issue.expected)}` : message
}
