/** The properties and events of each element as one TypeScript interface; the typings of every framework use it. */
import { declarationsOf } from './editor-data.ts'
import type { ElementDeclaration, Manifest, Named } from './manifest.ts'

const doc = ({ description }: Pick<Named, 'description'>) => (description ? `/** ${description} */ ` : '')

const member = (name: string, type: string, described: Pick<Named, 'description'>) =>
  `      ${doc(described)}${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined`

const properties = ({ name: element, members }: ElementDeclaration) =>
  members
    .filter(({ kind }) => kind === 'field')
    .map((one) => member(one.name, `${element}['${one.name}']`, one))

/** In markup a property has its own name; an attribute with another name takes text. */
const attributes = ({ attributes, members }: ElementDeclaration) =>
  attributes
    .filter(({ name }) => !members.some((one) => one.name === name))
    .map((one) => member(one.name, one.type?.text === 'boolean' ? 'boolean' : 'string', one))

const events = ({ events }: ElementDeclaration) =>
  events.map((one) => `      ${doc(one)}'${one.name}': ${one.type!.text}`)

const entry = (declaration: ElementDeclaration) => `
  /** ${declaration.description.replaceAll('\n', ' ')} */
  '${declaration.tagName}': {
    element: ${declaration.name}
    properties: {
${properties(declaration).join('\n')}
    }
    attributes: {
${attributes(declaration).join('\n')}
    }
    events: {
${events(declaration).join('\n')}
    }
  }`

/** The text of `elements.d.ts`. */
export const elementTypes = (manifest: Manifest): string => {
  const declarations = declarationsOf(manifest)
  const events = new Set(declarations.flatMap((one) => one.events.map(({ type }) => type!.text)))
  const imports = declarations.map(({ name, tagName }) => {
    const element = tagName.replace('waizant-', '')
    return `import type { ${name} } from './elements/${element}/${element}.js'`
  })
  return `import type { ${[...events].sort().join(', ')} } from './events.js'
${imports.join('\n')}

/** Every element by its tag: its class, its properties, and its events. */
export interface WaizantElements {${declarations.map(entry).join('')}
}

export type WaizantTag = keyof WaizantElements
`
}
