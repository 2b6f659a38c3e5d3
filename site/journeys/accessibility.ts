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

/** The findings of axe in light and dark mode, in the page and inside its elements. */
export const flaws = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return [...(await flawsIn(page, 'light', {})), ...(await flawsIn(page, 'dark', ofColours))]
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
