import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../routes.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const order = '?catalogue=erp&plan=pro&interval=year&currency=MXN'
const pages = [
  ...Object.values(routes).flatMap((route) => [route['es-MX'], route.en]),
  `/comprar${order}`,
  `/en/buy${order}`,
  '/prueba?catalogue=waizant',
  '/contacto?catalogue=erp&plan=enterprise',
  '/precios?interval=year&currency=USD',
  '/gracias?checkout=chk_unknown',
  '/sandbox',
  '/sandbox?as=clinica-horizonte',
  '/no-existe',
  '/en/not-there',
]

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string }[]
}

/** What axe finds, in the page and inside its elements. */
const flaws = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] }
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** A page that is not there says so to the browser too. */
const isExpected = (trouble: string) => /status of 404/.test(trouble)

describe('every page', () => {
  it.each(pages)(
    '%s is accessible in light and dark, fits a small phone, and obeys a strict policy',
    async (path) => {
      const { page, troubles } = await stage.visitor({ viewport: { width: 320, height: 700 } })
      const answer = await page.goto(path)
      const policy = answer!.headers()['content-security-policy']
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe-(inline|eval)/)
      const { scroll, view } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        view: document.documentElement.clientWidth,
      }))
      expect(scroll, 'wider than the screen').toBeLessThanOrEqual(view)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await flaws(page), colorScheme).toEqual([])
      }
      await page.waitForLoadState('networkidle')
      expect(troubles.filter((trouble) => !isExpected(trouble))).toEqual([])
      await page.context().close()
    },
  )

  it('leads nowhere that is not there', async () => {
    const { page } = await stage.visitor()
    const found = new Set<string>()
    for (const path of pages) {
      await page.goto(path)
      for (const href of await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
        if (href.startsWith(stage.url)) found.add(href.split('#')[0]!)
    }
    const statuses = await Promise.all(
      [...found].map(async (href) => [href, (await fetch(href)).status] as const),
    )
    expect(statuses.filter(([, status]) => status !== 200 && status !== 404)).toEqual([])
    expect(
      statuses.filter(
        ([href, status]) => status === 404 && !/no-existe|not-there|\/(comprar|en\/buy)$/.test(href),
      ),
    ).toEqual([])
  })

  it('tells a search engine what it is, and its other language', async () => {
    const { page } = await stage.visitor()
    await page.goto('/precios?currency=USD')
    const attribute = (selector: string, name: string) => page.locator(selector).first().getAttribute(name)
    expect(await attribute('link[rel=canonical]', 'href')).toBe(`${stage.url}/precios`)
    expect(await attribute('link[hreflang=en]', 'href')).toBe(`${stage.url}/en/pricing`)
    expect(await attribute('link[hreflang=es-MX]', 'href')).toBe(`${stage.url}/precios`)
    const image = await attribute('meta[property="og:image"]', 'content')
    expect((await fetch(image!)).headers.get('content-type')).toBe('image/png')
    await page.goto('/precios')
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent())!)
    expect(JSON.stringify(data)).toContain('"price":"25490.00"')
    expect(await (await fetch(`${stage.url}/sitemap.xml`)).text()).toContain(
      `<loc>${stage.url}/precios</loc>`,
    )
  })

  it('asks for the plans once when it is rendered in the browser, and never when the server rendered it', async () => {
    const { page } = await stage.visitor()
    const asked: string[] = []
    page.on('request', (request) => request.url().includes('/v1/') && asked.push(request.url()))
    await page.goto('/precios')
    await page.locator('waizant-plan-picker:defined').waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
  })

  it('weighs little: the pricing page with its styles and scripts stays below 30 kB', async () => {
    const { page } = await stage.visitor()
    const bodies: Promise<number>[] = []
    page.on('response', (response) => {
      if (!/html|css|javascript/.test(response.headers()['content-type'] ?? '')) return
      bodies.push(
        // The note of a rehearsal is on no site that sells.
        response.text().then((body) => brotliCompressSync(body.replace(/<aside.*?<\/aside>/s, '')).length),
      )
    })
    await page.goto('/precios')
    await page.locator('waizant-plan-picker:defined').waitFor()
    await page.locator('waizant-plan-comparison:defined').waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
    console.log(`pricing page: ${(bytes / 1000).toFixed(1)} kB of HTML, CSS and JavaScript, brotli`)
    expect(bytes).toBeLessThanOrEqual(30_000)
  })
})
