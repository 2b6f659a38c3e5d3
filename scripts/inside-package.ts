import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Rule } from 'eslint'

/** The folder of the nearest package.json. */
export const packageOf = (file: string): string => {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** Refuses relative imports that leave the package of the file. */
export const insidePackage: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      outside:
        'A package stands alone: pass in what it needs from outside, or name the package in its package.json and import it by name.',
    },
  },
  create({ filename, report }) {
    const folder = packageOf(filename)
    const check = (node: { source?: unknown }) => {
      const { value } = (node.source ?? {}) as { value?: string }
      if (value?.startsWith('.') && relative(folder, join(dirname(filename), value)).startsWith('..'))
        report({ node: node as Rule.Node, messageId: 'outside' })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}
