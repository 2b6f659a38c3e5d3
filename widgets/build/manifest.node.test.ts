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

const missing = (written: Iterable<string>, told: readonly Named[]) => {
  const names = namesOf(told)
  return [...written].filter((name) => !names.includes(name))
}

describe.each(elements)('The manifest of waizant-%s', (element) => {
  const told = declarationOf(element)

  it('says what it is', () => {
    expect(told.tagName).toBe(`waizant-${element}`)
    expect(told.description).toMatch(/\w{3}/)
  })

  it('describes every attribute and property', () => {
    expect(
      missing(
        told.attributes.map(({ name }) => name),
        told.attributes,
      ),
    ).toEqual([])
    expect(
      missing(
        told.members.map(({ name }) => name),
        told.members,
      ),
    ).toEqual([])
  })

  it('names every event that its code makes, with a meaning and a class', () => {
    expect(missing(eventsMade(element), told.events)).toEqual([])
    expect(
      missing(
        told.events.map(({ name }) => name),
        told.events,
      ),
    ).toEqual([])
  })

  it('names every slot of its templates', () => {
    expect(missing(slotsWritten(element), told.slots)).toEqual([])
  })

  it('names every part of its templates', () => {
    expect(missing(partsWritten(element), told.cssParts)).toEqual([])
  })

  it('names every custom property that its styles read', () => {
    expect(missing(propertiesRead(element), told.cssProperties)).toEqual([])
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
