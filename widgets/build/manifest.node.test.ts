import { describe, expect, it } from 'vitest'
import { elements } from './bundle.ts'
import { cssData, htmlData, webTypes } from './editor-data.ts'
import { type ElementDeclaration, manifestOf, type Named } from './manifest.ts'
import { eventsMade, partsWritten, propertiesRead, slotsWritten } from './sources.ts'

const manifest = manifestOf(elements)

const declarationOf = (element: string): ElementDeclaration => {
  const found = manifest.modules.find(({ path }) => path === `${element}.js`)
  expect(found, element).toBeDefined()
  return found!.declarations[0]!
}

const namesOf = (items: readonly Named[]) =>
  items.filter(({ description }) => description).map(({ name }) => name)

const missing = (written: Iterable<string>, received: readonly Named[]) => {
  const names = namesOf(received)
  return [...written].filter((name) => !names.includes(name))
}

describe.each(elements)('The manifest of waizant-%s', (element) => {
  const received = declarationOf(element)

  it('says what it is', () => {
    expect(received.tagName).toBe(`waizant-${element}`)
    expect(received.description).toMatch(/\w{3}/)
  })

  it('describes every attribute and property', () => {
    expect(
      missing(
        received.attributes.map(({ name }) => name),
        received.attributes,
      ),
    ).toEqual([])
    expect(
      missing(
        received.members.map(({ name }) => name),
        received.members,
      ),
    ).toEqual([])
  })

  it('names every event that its code makes, with a meaning and a class', () => {
    expect(missing(eventsMade(element), received.events)).toEqual([])
    expect(
      missing(
        received.events.map(({ name }) => name),
        received.events,
      ),
    ).toEqual([])
  })

  it('names every slot of its templates', () => {
    expect(missing(slotsWritten(element), received.slots)).toEqual([])
  })

  it('names every part of its templates', () => {
    expect(missing(partsWritten(element), received.cssParts)).toEqual([])
  })

  it('names every custom property that its styles read', () => {
    expect(missing(propertiesRead(element), received.cssProperties)).toEqual([])
  })
})

describe('The data for editors', () => {
  const tags = (manifest.modules ?? []).map(({ declarations: [one] }) => one!.tagName)

  it('completes every tag, and the values of an attribute that has only some', () => {
    const data = htmlData(manifest) as {
      tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[]
    }
    expect(data.tags.map(({ name }) => name)).toEqual(tags)
    const picker = data.tags.find(({ name }) => name === 'waizant-plan-picker')!
    const interval = picker.attributes.find(({ name }) => name === 'interval')!
    expect(interval.values.map(({ name }) => name)).toEqual(['month', 'year'])
  })

  it('knows the same in JetBrains editors, properties and events included', () => {
    const { contributions } = webTypes(manifest, { name: '@waizant/billing', version: '1.2.3' }) as {
      contributions: {
        html: {
          elements: { name: string; js: { events: { name: string }[]; properties: { name: string }[] } }[]
        }
      }
    }
    const [picker] = contributions.html.elements.filter(({ name }) => name === 'waizant-plan-picker')
    expect(picker!.js.events.map(({ name }) => name)).toContain('waizant-plan-select')
    expect(picker!.js.properties.map(({ name }) => name)).toContain('successUrl')
  })

  it('completes the custom properties of the look', () => {
    const { properties } = cssData(manifest) as { properties: { name: string }[] }
    expect(properties.map(({ name }) => name)).toContain('--waizant-accent')
  })
})
