import type { Attribute, ElementDeclaration, Member, Named } from '../../../widgets/build/manifest.ts'
import type { Locale } from '../../routes.ts'
import { elementWords } from '../words/element-page.ts'
import { inSpanish } from '../words/elements.ts'
import type { Source } from './read-page.ts'
import { table } from './table.ts'

type Say = (text: string | undefined) => string

/** A text of the manifest in the page's language; the manifest itself is in English. */
const sayIn =
  (locale: Locale): Say =>
  (text = '') =>
    cell(locale === 'en' ? text : inSpanish(text))

/** A table cell: one line, with `|` and `<` escaped outside of code; a single sentence gets no full stop. */
const cell = (text: string) =>
  text
    .replaceAll('\n', ' ')
    .replaceAll('|', '\\|')
    .replaceAll(/`[^`]*`|</g, (found) => (found === '<' ? '&lt;' : found))
    .replace(/^([^.]*)\.$/, '$1')

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``

const section = (heading: string, columns: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length ? `## ${heading}\n\n${table(columns, rows)}\n` : ''

const attributeRow =
  (say: Say) =>
  ({ name, type, description }: Attribute) => [code(name), code(type?.text ?? 'string'), say(description)]

/** The signature, as in `open(plan: string)`. */
const signature = ({ name, parameters = [] }: Member) =>
  `${name}(${parameters.map((one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')})`

const named =
  (say: Say, nameless = '') =>
  ({ name, description }: Named): [string, string] => [name ? code(name) : nameless, say(description)]

/** Parts with the same description share a row. */
const together = (rows: readonly (readonly [string, string])[]) =>
  [...Map.groupBy(rows, ([, meaning]) => meaning)].map(([meaning, same]) => [
    same.map(([name]) => name).join(', '),
    meaning,
  ])

/** The page of an element: everything in its manifest, below a live example. */
export const elementPage = (declaration: ElementDeclaration, locale: Locale): Source => {
  const words = elementWords[locale]
  const say = sayIn(locale)
  const { tagName, description, attributes, members, events, slots, cssParts, cssProperties } = declaration
  const element = tagName.replace('waizant-', '')
  const fields = members.filter(({ kind }) => kind === 'field')
  const methods = members.filter(({ kind }) => kind === 'method')
  const { name, type, meaning } = words
  return {
    name: `elements/${element}`,
    locale,
    slug: `${words.folder}/${element}`,
    group: 'elements',
    title: `<${tagName}>`,
    description: locale === 'en' ? sentence(description) : sentence(inSpanish(description)),
    element: tagName,
    body: [
      `@part live-example ${tagName}`,
      section(words.attributes, [name, type, meaning], attributes.map(attributeRow(say))),
      section(
        words.properties,
        [name, type, meaning],
        fields.map((one) => [
          code(one.name),
          code(one.type?.text ?? 'string'),
          say(one.description) + (one.reflects ? `; ${words.reflected}` : ''),
        ]),
      ),
      section(
        words.methods,
        [name, meaning],
        methods.map((one) => [code(signature(one)), say(one.description)]),
      ),
      section(
        words.events,
        [name, type, meaning],
        events.map((one) => [code(one.name), code(one.type!.text), say(one.description)]),
      ),
      section(words.slots, [name, meaning], slots.map(named(say, words.nameless))),
      section(words.parts, [name, meaning], together(cssParts.map(named(say)))),
      section(words.customProperties, [name, meaning], cssProperties.map(named(say))),
    ].join('\n'),
  }
}

/** The first paragraph. */
const sentence = (text: string) => text.split('\n\n')[0]!.replaceAll('\n', ' ')
