import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts'
import type { Running } from '../../server/startup/start.ts'
import { startProduct } from './start-product.ts'

/** The whole product as people meet it: the server with its built site, and a real browser. */
export interface Stage {
  running: Running
  url: string
  /** A new visitor without stored data. Errors in the page are collected in `troubles`. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
  close(): Promise<void>
}

export interface Visitor {
  page: Page
  troubles: string[]
}

/** The product alone, for a browser of the caller's. */
export const openProduct = async (settings: Record<string, string> = {}): Promise<Omit<Stage, 'visitor'>> => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-journey-'))
  cpSync(inject('demonstration'), directory, { recursive: true })
  const running = await startProduct(directory, settings)
  return {
    running,
    url: running.url,
    close: async () => {
      await running.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export const openStage = async (settings: Record<string, string> = {}): Promise<Stage> => {
  const product = await openProduct(settings)
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })
  return {
    ...product,
    visitor: (options) => newVisitor(browser, { baseURL: product.url, locale: 'es-MX', ...options }),
    close: async () => {
      await browser.close()
      await product.close()
    },
  }
}

const newVisitor = async (browser: Browser, options: BrowserContextOptions): Promise<Visitor> => {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  return { page, troubles }
}

/** How many checkouts and subscriptions the server has, beyond those at its start. */
export const counter = async ({ running }: Stage) => {
  const { rows } = (await running.deps.db.execute(
    "select (select count(*) from subscriptions where live)::integer as subscriptions, (select count(*) from checkouts where status = 'open')::integer as open",
  )) as unknown as { rows: { subscriptions: number; open: number }[] }
  return rows[0]!
}

/** Fills in the payment page as a buyer does. */
export const payWith = async (page: Page, number: string, company = 'Ferretería López') => {
  await page.waitForURL(/\/c\/pay\//)
  const email = page.locator('#email')
  if (await email.isEditable().catch(() => false)) await email.fill('ana@lopez.mx')
  const field = page.locator('#field-company')
  if ((await field.count()) > 0) await field.fill(company)
  await page.locator('#number').fill(number)
  await page.locator('#expiry').fill('12 / 34')
  await page.locator('#cvc').fill('123')
  await page.locator('form[data-pay] button[type=submit]').click()
}

export const cards = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' }
