import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string }[]
}

/** Rules that do not depend on colours have the same result in dark mode. */
const ofColours = { runOnly: ['color-contrast', 'link-in-text-block'] }

/**
 * What the findings depend on, in the page and inside its elements: which elements there are, how they look and what
 * they are for, and which of their names and texts are empty; not what those say.
 */
export const structureOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kept = ['class', 'role', 'type', 'tabindex', 'scope', 'style', 'open', 'hidden', 'disabled']
    const describe = (element: Element): string => {
      const attributes = [...element.attributes].map(({ name, value }) =>
        kept.includes(name) ? `${name}=${value}` : value ? name : `no ${name}`,
      )
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim())
      const inside = [...(element.shadowRoot?.children ?? []), ...element.children].map(describe).join('')
      return `<${element.localName} ${attributes.join(' ')}${text ? ' …' : ''}>${inside}</>`
    }
    return describe(document.body)
  })

/** The findings of axe in light and dark mode, in the page and inside its elements. */
export const flaws = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found = [...(await flawsIn(page, 'light', {})), ...(await flawsIn(page, 'dark', ofColours))]
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return found
}

const flawsIn = async (page: Page, colorScheme: 'light' | 'dark', options: object): Promise<string[]> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
    violations: Violation[]
  }
  return violations.map(
    ({ id, nodes }) => `${colorScheme}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}
