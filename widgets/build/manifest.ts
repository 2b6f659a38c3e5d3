/** Generates `custom-elements.json`, the description of the elements for editors and tools, from their sources. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as analyzer from '@custom-elements-manifest/analyzer'
import { classOfEvent, describedIn } from './sources.ts'

const root = join(import.meta.dirname, '../..')

/** Exports of the analyzer that its own types lack. */
const { create, ts } = analyzer as unknown as {
  create: (given: { modules: object[] }) => { modules: { path: string; declarations: RawDeclaration[] }[] }
  ts: typeof import('typescript')
}

export interface Attribute {
  name: string
  description?: string
  type?: { text: string }
  fieldName?: string
}

export interface Named {
  name: string
  description?: string
  type?: { text: string }
}

export interface Member extends Named {
  kind: 'field' | 'method'
  attribute?: string
  reflects?: boolean
  readonly?: boolean
  privacy?: string
  parameters?: { name: string; type?: { text: string } }[]
  return?: { type: { text: string } }
}

/** An element in the manifest's schema 1.0.0, inherited members included. */
export interface ElementDeclaration {
  kind: 'class'
  customElement: true
  name: string
  tagName: string
  description: string
  superclass: { name: string; package: string }
  attributes: Attribute[]
  members: Member[]
  events: Named[]
  slots: Named[]
  cssParts: Named[]
  cssProperties: Named[]
}

interface Module {
  kind: 'javascript-module'
  path: string
  declarations: ElementDeclaration[]
  exports: object[]
}

export interface Manifest {
  schemaVersion: '1.0.0'
  readme: string
  modules: Module[]
}

/** A reactive property as its class declares it. */
interface Reactive {
  attribute: string | undefined
  reflects: boolean
}

const source = (path: string) =>
  ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ESNext, true)

/** `{ successUrl: { attribute: 'success-url' } }` and the like, from every class; internal state is left out. */
const reactiveIn = (text: string): Map<string, Reactive> => {
  const found = new Map<string, Reactive>()
  for (const [, body] of text.matchAll(/static override properties[^=]*=\s*(\{(?:[^{}]|\{[^{}]*\})*\})/g)) {
    for (const [, name, options] of body!.matchAll(/(\w+): \{([^{}]*)\}/g)) {
      if (/state: true/.test(options!)) continue
      const [, own] = /attribute: (?:'([^']+)'|false)/.exec(options!) ?? []
      const attribute = own ?? (/attribute: false/.test(options!) ? undefined : name!.toLowerCase())
      found.set(name!, { attribute, reflects: /reflect: true/.test(options!) })
    }
  }
  return found
}

/** The values of the contract's lists by their type's name, as `Interval` → `'month' | 'year'`. */
const listsOfValues = (): Map<string, string> => {
  const lists = new Map<string, string>()
  for (const file of globSync('server/contract/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, name, values] of text.matchAll(/export const (\w+) = z\.enum\(\[([^\]]*)\]/g))
      lists.set(name!, values!.match(/'[^']*'/g)!.join(' | '))
  }
  return lists
}

const lists = listsOfValues()

/** A type as a reader of the manifest understands it. */
const plain = (text: string) =>
  text.replace(/\b[A-Z]\w+\b/g, (name) => lists.get(name) ?? name).replace(/ \| undefined$/, '')

const inheritedBy = (declaration: RawDeclaration, all: Map<string, RawDeclaration>): RawDeclaration[] => {
  const parent = all.get(declaration.superclass?.name ?? '')
  return parent ? [declaration, ...inheritedBy(parent, all)] : [declaration]
}

interface RawDeclaration extends Partial<Omit<ElementDeclaration, 'superclass'>> {
  name: string
  superclass?: { name: string }
}

const described = <N extends Named>(items: readonly N[] = []): N[] =>
  items.map((item) => ({ ...item, ...(item.description && { description: firstUpper(item.description) }) }))

const firstUpper = (text: string) =>
  text.replace(/^- /, '').replace(/^[a-z]/, (letter) => letter.toUpperCase())

/** Reactive properties, and methods with a doc comment; everything else is private. */
const membersOf = (raw: RawDeclaration, reactive: Map<string, Reactive>): Member[] =>
  described(raw.members ?? []).flatMap((member): Member[] => {
    const { name, kind, description, privacy, parameters, return: returns } = member
    if (kind === 'method') {
      if (privacy || !description || name.startsWith('#')) return []
      return [
        { kind, name, description, ...(parameters && { parameters }), ...(returns && { return: returns }) },
      ]
    }
    const property = reactive.get(name)
    if (!property) return []
    const propertyText =
      description ?? described(raw.attributes).find((one) => one.name === property.attribute)?.description
    return [
      {
        kind,
        name,
        ...(propertyText && { description: propertyText }),
        type: { text: plain(member.type?.text ?? 'string') },
        ...(property.attribute && { attribute: property.attribute }),
        ...(property.reflects && { reflects: true }),
      },
    ]
  })

/** An attribute by its doc tag; its type is the type of its property. */
const attributesOf = (raw: RawDeclaration, members: readonly Member[]): Attribute[] => {
  const documented = new Map(described(raw.attributes).map((one) => [one.name, one.description]))
  const own = members.flatMap(({ attribute, name, type }) =>
    attribute
      ? [
          {
            name: attribute,
            ...(documented.get(attribute) && { description: documented.get(attribute)! }),
            type: type!,
            fieldName: name,
          },
        ]
      : [],
  )
  const rest = [...documented].filter(
    ([name, description]) => description && !own.some((one) => one.name === name) && /^[a-z-]+$/.test(name),
  )
  return [
    ...own,
    ...rest.map(([name, description]) => ({ name, description: description!, type: { text: 'boolean' } })),
  ]
}

const declarationOf = (
  element: string,
  raw: RawDeclaration,
  reactive: Map<string, Reactive>,
): ElementDeclaration => {
  const members = membersOf(raw, reactive)
  return {
    kind: 'class',
    customElement: true,
    name: raw.name,
    tagName: `waizant-${element}`,
    description: raw.description ?? '',
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributesOf(raw, members),
    members,
    events: described(raw.events).map(({ name, description }) => ({
      name,
      ...(description && { description }),
      type: { text: classOfEvent(name) },
    })),
    slots: described(describedIn(element, 'slot')),
    cssParts: described(describedIn(element, 'csspart')),
    cssProperties: described(describedIn(element, 'cssproperty')),
  }
}

const events = globSync('widgets/events/*.ts', { cwd: root })

/** The description of an event, taken from its class: an element that only names the event means the same. */
const meaningsOfEvents = () => {
  const meanings = new Map<string, string>()
  for (const file of events) {
    const text = readFileSync(join(root, file), 'utf8')
    const [, meaning] = /\/\*\* ([^*]*?)\.? ?\*\/\nexport class/.exec(text) ?? []
    const [, name] = /super\('([^']+)'/.exec(text) ?? []
    if (name && meaning) meanings.set(name, `${meaning}.`)
  }
  return meanings
}

/** The manifest of these elements, given by name without `waizant-`. */
export const manifestOf = (elements: readonly string[]): Manifest => {
  const paths = globSync('widgets/**/*.ts', { cwd: root }).filter(
    (path) => !/\.(test|styles|d)\.ts$|\/(dev|testing|i18n|fixtures|build|stores)\//.test(path),
  )
  const modules = paths.map(source)
  const analysed = create({ modules })
  const all = new Map(analysed.modules.flatMap((module) => module.declarations.map((one) => [one.name, one])))
  const pathOf = new Map(
    analysed.modules.flatMap(({ path, declarations }) => declarations.map((one) => [one.name, path])),
  )
  const meanings = meaningsOfEvents()
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: elements.map((element) => {
      const [raw] = analysed.modules
        .find(({ path }) => path === `widgets/elements/${element}/${element}.ts`)!
        .declarations.filter(({ tagName }) => tagName === `waizant-${element}`)
      const texts = inheritedBy(raw!, all).map(({ name }) =>
        readFileSync(join(root, pathOf.get(name)!), 'utf8'),
      )
      const declaration = declarationOf(element, raw!, reactiveIn(texts.join('\n')))
      for (const event of declaration.events) event.description ??= meanings.get(event.name) ?? ''
      return {
        kind: 'javascript-module',
        path: `${element}.js`,
        declarations: [declaration],
        exports: [
          {
            kind: 'js',
            name: declaration.name,
            declaration: { name: declaration.name, module: `${element}.js` },
          },
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: { name: declaration.name, module: `${element}.js` },
          },
        ],
      }
    }),
  }
}
