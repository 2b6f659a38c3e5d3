/**
 * What the sources say of the elements beyond their classes: each part of a shadow root is documented where its
 * template is.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const widgets = join(import.meta.dirname, '..')

/** Files that only group others into one chunk: importing one does not count as using its contents. */
const gathering = ['chunks/core.ts', 'chunks/knowing.ts', 'chunks/acting.ts', 'hydrate.ts'].map((name) =>
  join(widgets, name),
)

const definition = /customElements\.define\(\s*'waizant-/

/**
 * The files of an element's own shadow root: everything that it imports, statically or on demand, except other
 * elements.
 */
export const filesOf = (element: string): string[] => {
  const files = new Set([join(widgets, 'elements', element, `${element}.ts`)])
  for (const file of files) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import|import\()\s*'(\.[^']+\.ts)'/g,
    )) {
      const imported = join(dirname(file), path!)
      if (!gathering.includes(imported) && !definition.test(readFileSync(imported, 'utf8')))
        files.add(imported)
    }
  }
  return [...files]
}

const textOf = (element: string) =>
  filesOf(element)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

/** The source without comments, because a comment about a template is no template. */
const codeOf = (element: string) => textOf(element).replace(/\/\*.*?\*\//gs, '')

/** The words of an attribute's value: the literal ones, and those in its expressions. */
const wordsIn = (value: string): string[] =>
  value
    .replace(/\$\{((?:[^{}]|\{[^}]*\})*)\}/g, (_, expression: string) =>
      [...expression.matchAll(/'([^']*)'/g)].map(([, text]) => ` ${text} `).join(''),
    )
    .split(/\s+/)
    .filter((word) => word && !word.endsWith('-'))

/** Every part that a template of the element writes, except names that are composed at run time. */
export const partsWritten = (element: string): Set<string> =>
  new Set(
    [...codeOf(element).matchAll(/\spart=(?:"((?:\$\{[^}]*\}|[^"])*)"|(\$\{[^}]*\}))/g)].flatMap(
      ([, quoted, alone]) => wordsIn(quoted ?? alone!),
    ),
  )

/** Every slot in a template; the default slot is ''. */
export const slotsWritten = (element: string): Set<string> =>
  new Set(
    [...codeOf(element).matchAll(/<slot(?:\s+name="([^"]*)")?/g)].map(([, name = '']) =>
      name.replace(/\$\{(?:\w+\.)?(\w+)\}/g, '{$1}'),
    ),
  )

/** Every custom property that a style reads, according to the lists of tokens. */
export const propertiesRead = (element: string): Set<string> => {
  const names = [...textOf(element).matchAll(/Tokens = \{\n(.*?)\n\}/gs)].flatMap(([, body]) =>
    [...body!.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => `--waizant-${name}`),
  )
  const read = [...textOf(element).matchAll(/var\((--waizant-[\w-]+)/g)].map(([, name]) => name!)
  return new Set([...names, ...read])
}

/** Every event that the element's code creates, by its type name. */
export const eventsMade = (element: string): Set<string> => {
  const text = textOf(element)
  const made = [...text.matchAll(/new (Waizant\w+Event)\(/g)].map(([, name]) => name!)
  return new Set(made.map((name) => nameOfEvent(name)))
}

/** `WaizantPlanSelectEvent` → `waizant-plan-select`. */
const nameOfEvent = (name: string) =>
  name
    .replace(/Event$/, '')
    .replace(/\B[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()

/** `waizant-plan-select` → `WaizantPlanSelectEvent`. */
export const classOfEvent = (name: string): string =>
  `${name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Event`

export interface Described {
  name: string
  description: string
}

/**
 * What the doc blocks of an element's files say after a tag such as `csspart`; the nearest file wins. A variant that
 * another part's description names (as `card-main` in that of `card`) counts as described.
 */
export const describedIn = (element: string, tag: 'csspart' | 'cssproperty' | 'slot'): Described[] => {
  const found = new Map<string, string>()
  for (const [, name, text] of textOf(element).matchAll(
    new RegExp(`^ (?:\\* )?@${tag}(?: (?!- )(\\S+))?(?: - (.*))?$`, 'gm'),
  )) {
    const description = (text ?? '').replace(/ \*\/$/, '')
    if (!found.get(name ?? '')) found.set(name ?? '', description)
    for (const [, variant] of description.matchAll(/`([\w-]+)`/g))
      if (tag === 'csspart' && variant!.startsWith(`${name}-`) && !found.has(variant!))
        found.set(variant!, description)
  }
  return [...found].map(([name, description]) => ({ name, description }))
}

export const pathOf = (file: string): string => relative(join(widgets, '..'), file)
