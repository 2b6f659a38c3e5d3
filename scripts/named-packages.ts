import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Rule } from 'eslint'
import { packageOf } from './inside-package.ts'

interface PackageJson {
  name: string
  imports?: Record<string, string>
  [field: string]: unknown
}

const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
const root = join(import.meta.dirname, '..')

const read = (folder: string): PackageJson => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The package of a bare import: `@waizant/contract` of `@waizant/contract/plan`. */
export const nameIn = (asked: string): string => /^(@[^/]+\/)?[^/]+/.exec(asked)![0]

/** What an import names: a package of npm, or another one of this repository that a path leads into. */
const packageNamedBy = (asked: string, filename: string): string | null => {
  if (asked.startsWith('.')) {
    const folder = packageOf(join(dirname(filename), asked))
    // The tools at the root are everybody's.
    return folder === root || folder === packageOf(filename) ? null : read(folder).name
  }
  if (asked.startsWith('#')) {
    const target = read(packageOf(filename)).imports?.[`${asked.split('/')[0]}/*`]
    return target ? nameIn(target) : asked
  }
  return isBuiltin(asked) || /^(astro|virtual):|^[/$]/.test(asked) ? null : nameIn(asked)
}

/** Refuses imports of a package that the nearest package.json does not name. */
export const namedPackages: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unnamed:
        '{{file}} does not name {{name}}: add it there, under dependencies when a build or a start needs it, under devDependencies otherwise, and run npm install.',
    },
  },
  create({ filename, report }) {
    const folder = packageOf(filename)
    const own = read(folder)
    const named = new Set([own.name, ...kinds.flatMap((kind) => Object.keys(own[kind] ?? {}))])
    const check = (node: Rule.Node, asked: unknown) => {
      if (typeof asked !== 'string') return
      const name = packageNamedBy(asked, filename)
      if (!name || named.has(name)) return
      report({
        node,
        messageId: 'unnamed',
        data: { file: relative(root, join(folder, 'package.json')), name },
      })
    }
    const ofSource = (node: { source?: unknown }) =>
      check(node as Rule.Node, (node.source as { value?: unknown } | null)?.value)
    return {
      ImportDeclaration: ofSource,
      ExportNamedDeclaration: ofSource,
      ExportAllDeclaration: ofSource,
      ImportExpression: ofSource,
      // `import('…').Type`
      TSImportType: ofSource,
    }
  },
}
