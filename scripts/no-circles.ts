import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Rule } from 'eslint'

const root = join(import.meta.dirname, '..')
const imported = /^(?:import|export)\b[^'"]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm
const known = new Map<string, { readAt: number; files: string[] }>()

/** The files of ours that a file imports: eslint itself sees one file at a time. */
const importsOf = (file: string): string[] => {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (!changed) return []
  const before = known.get(file)
  if (before?.readAt === changed) return before.files
  const files = [...readFileSync(file, 'utf8').matchAll(imported)].map(([, from, alone]) =>
    join(dirname(file), from ?? alone!),
  )
  known.set(file, { readAt: changed, files })
  return files
}

/** The shortest way along imports from one file to another, both included; null when there is none. */
const way = (from: string, to: string): string[] | null => {
  const reached = new Map<string, string | null>([[from, null]])
  for (const file of reached.keys()) {
    if (file === to) {
      const files: string[] = []
      for (let at: string | null = file; at; at = reached.get(at) ?? null) files.unshift(at)
      return files
    }
    for (const next of importsOf(file)) if (!reached.has(next)) reached.set(next, file)
  }
  return null
}

/** Refuses imports that lead back to the file that has them, types included. */
export const noCircles: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      circle:
        'A circle of imports: {{files}}. Move what both sides need, often a type, to a file below both. Where a lower object changes a higher one, let it emit an event and name the reaction in the Stripe sandbox’s reactions.ts.',
    },
  },
  create({ filename, report }) {
    const check = (node: { source?: unknown }) => {
      const { value } = (node.source ?? {}) as { value?: string }
      if (!value?.startsWith('.')) return
      const back = way(join(dirname(filename), value), filename)
      if (!back) return
      const files = [filename, ...back].map((file) => relative(root, file)).join(' → ')
      report({ node: node as Rule.Node, messageId: 'circle', data: { files } })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}
