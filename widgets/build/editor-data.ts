/** Completion data for HTML editors, made from the manifest: one file for VS Code and one for JetBrains. */
import type { Attribute, ElementDeclaration, Manifest } from './manifest.ts'

export const declarationsOf = ({ modules }: Manifest): ElementDeclaration[] =>
  modules.flatMap(({ declarations }) => declarations)

/** `'month' | 'year'` → month, year; undefined where any value is allowed. */
const valuesOf = ({ type }: Attribute): string[] =>
  /^'[^']*'( \| '[^']*')*$/.test(type?.text ?? '')
    ? type!.text.split(' | ').map((value) => value.slice(1, -1))
    : []

const list = (title: string, items: readonly { name: string; description?: string }[]) =>
  items.length
    ? [
        `**${title}**`,
        ...items.map(({ name, description }) =>
          `- \`${name || '(default)'}\` ${description ?? ''}`.trimEnd(),
        ),
      ]
    : []

/** The description of an element as an editor shows it next to its tag. */
const markdown = ({ description, events, slots, cssParts }: ElementDeclaration) =>
  [description, list('Events', events), list('Slots', slots), list('Parts', cssParts)].flat().join('\n')

/** VS Code's custom data: `"html.customData": ["./node_modules/@waizant/billing/html.json"]`. */
export const htmlData = (manifest: Manifest): object => ({
  $schema:
    'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
  version: 1.1,
  tags: declarationsOf(manifest).map((declaration) => ({
    name: declaration.tagName,
    description: { kind: 'markdown', value: markdown(declaration) },
    attributes: declaration.attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
      values: valuesOf(attribute).map((name) => ({ name })),
    })),
  })),
})

/** VS Code's custom data for style sheets: the theming properties and the parts. */
export const cssData = (manifest: Manifest): object => {
  const all = declarationsOf(manifest)
  const properties = new Map(
    all.flatMap((one) => one.cssProperties.map((property) => [property.name, property])),
  )
  return {
    $schema:
      'https://raw.githubusercontent.com/microsoft/vscode-css-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    properties: [...properties.values()].map(({ name, description }) => ({ name, description })),
    pseudoElements: [{ name: '::part()', description: `Waizant: ${partsOf(all)}` }],
  }
}

const partsOf = (all: readonly ElementDeclaration[]) =>
  all.map(({ tagName, cssParts }) => `${tagName}: ${cssParts.map(({ name }) => name).join(', ')}`).join('; ')

/** JetBrains' web-types; `package.json` names the file, so the editor finds it by itself. */
export const webTypes = (
  manifest: Manifest,
  { name, version }: { name: string; version: string },
): object => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: declarationsOf(manifest).map((declaration) => ({
        name: declaration.tagName,
        description: declaration.description,
        attributes: declaration.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value:
            attribute.type?.text === 'boolean'
              ? { kind: 'no-value' }
              : { kind: 'plain', type: attribute.type?.text ?? 'string' },
        })),
        js: {
          properties: declaration.members
            .filter(({ kind }) => kind === 'field')
            .map(({ name, description, type }) => ({ name, description, value: { type: type?.text } })),
          events: declaration.events.map(({ name, description }) => ({ name, description })),
        },
        slots: declaration.slots.map(({ name, description }) => ({ name: name || 'default', description })),
        css: {
          parts: declaration.cssParts.map(({ name, description }) => ({ name, description })),
          properties: declaration.cssProperties.map(({ name, description }) => ({ name, description })),
        },
      })),
    },
  },
})
