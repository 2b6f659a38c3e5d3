import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.ts'
import { createTestPrice, startTestServer, type TestServer } from '../test-server.ts'

const axe = readFileSync(new URL('../../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

let server: TestServer
let browser: Browser

/** The findings of axe, one line each. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as never as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
    }
    const found = await axe.run()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`)
  })
}

describe('the pages of the sandbox', () => {
  beforeAll(async () => {
    server = await startTestServer('2027-03-11T06:00:00Z')
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each(['light', 'dark'] as const)(
    'are accessible, in a %s scheme and on a small phone',
    async (colorScheme) => {
      const price = await createTestPrice(server.stripe, 'Pro', 3100)
      const session = await server.stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items: [{ price: price.id, quantity: 2 }],
        success_url: `${server.sandbox.url}/ok`,
        cancel_url: 'https://example.com/no',
        billing_address_collection: 'required',
        subscription_data: {
          billing_cycle_anchor_config: { day_of_month: 1, hour: 6, minute: 0, second: 0 },
        },
      })
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 320, height: 640 },
      })
      const page = await context.newPage()
      await page.goto(session.url!)
      await page.click('summary')
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      await page.click('[type=submit]')
      await page.waitForSelector('[role=alert]')
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')

      await server.sandbox.pay(session.id, { card: '4242424242424242' })
      await page.goto(session.url!)
      expect(await violations(page)).toEqual([])
      const done = await server.stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice'] })
      await page.goto((done.invoice as Stripe.Invoice).hosted_invoice_url!)
      expect(await violations(page)).toEqual([])
      await context.close()
    },
  )
})
