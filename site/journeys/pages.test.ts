import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicRoutes, routes } from '../routes.ts'
import { askedAtFirst, noteDefinition } from './asked-at-first.ts'
import { everyPage as pages } from './every-page.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

interface Node {
  '@type': string
  mainEntity?: { name: string }[]
}

/** The page's structured data for search engines, node by node. */
const known = async (page: Page): Promise<Node[]> =>
  JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!)['@graph']

describe('every page', () => {
  it('fits the screen with a company of one long word: the sandbox', async () => {
    const made = await fetch(`${stage.url}/sandbox/ecosystems`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ catalogue: 'erp', plan: 'pro', company: 'N'.repeat(120) }),
    })
    const { ecosystem } = (await made.json()) as { ecosystem: string }
    for (const width of [320, 1280]) {
      const { page } = await stage.visitor({ viewport: { width, height: 700 } })
      await page.goto(`/sandbox?as=${ecosystem}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, `${width} px`).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  })

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

  it('describes itself and its other language to search engines', async () => {
    const { page } = await stage.visitor()
    await page.goto('/precios?currency=USD')
    const attribute = (selector: string, name: string) => page.locator(selector).first().getAttribute(name)
    expect(await attribute('link[rel=canonical]', 'href')).toBe(`${stage.url}/precios`)
    expect(await attribute('link[hreflang=en]', 'href')).toBe(`${stage.url}/en/pricing`)
    expect(await attribute('link[hreflang=es-MX]', 'href')).toBe(`${stage.url}/precios`)
    await page.goto('/precios')
    const data = await known(page)
    expect(JSON.stringify(data)).toContain('"price":"25490.00"')
    expect(data.map((node) => node['@type'])).toEqual(['Product', 'Product', 'FAQPage', 'BreadcrumbList'])
    const questions = await page.locator('details h3').allInnerTexts()
    expect(data[2]!.mainEntity!.map(({ name }) => name)).toEqual(questions)
    expect(await (await fetch(`${stage.url}/sitemap.xml`)).text()).toContain(
      `<loc>${stage.url}/precios</loc>`,
    )
  })

  it('is shared with a picture of its own, in its language', async () => {
    const { page } = await stage.visitor()
    const pictures = new Set<string>()
    for (const address of publicRoutes.flatMap((name) => Object.values(routes[name]))) {
      await page.goto(address)
      const url = (await page.locator('meta[property="og:image"]').getAttribute('content'))!
      const answer = await fetch(url)
      const png = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, 'image/png'])
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([1200, 630])
      pictures.add(createHash('sha256').update(png).digest('hex'))
    }
    expect(pictures.size).toBe(publicRoutes.length * 2)
  })

  it.each(['terminos', 'en/terms', 'privacidad', 'en/privacy'])(
    '/%s says that it is a draft, and asks search engines to leave it alone',
    async (path) => {
      const { page } = await stage.visitor()
      await page.goto(`/${path}`)
      expect(await page.locator('main aside').innerText()).toMatch(/abogado|lawyer/)
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
      expect(await (await fetch(`${stage.url}/sitemap.xml`)).text()).not.toContain(`/${path}<`)
    },
  )

  it.each([
    ['/fr/precios', 'es-MX', 'Ir a Precios del ERP', '/precios'],
    ['/erp2/precios', 'en-US', 'Go to ERP pricing', '/en/pricing'],
    ['/en/contacts', 'es-MX', 'Go to Contact', '/en/contact'],
    ['/en/nope', 'es-MX', 'This page does not exist', null],
  ])('%s leads nowhere, says so to who reads %s, and helps', async (path, locale, text, href) => {
    const { page } = await stage.visitor({ locale })
    const answer = await page.goto(path)
    expect(answer!.status()).toBe(404)
    expect(await page.locator('main').innerText()).toContain(text)
    if (href) expect(await page.locator('main a.button').getAttribute('href')).toBe(href)
  })

  it('answers programs that ask for nothing as the API does, and leads to the examples without their slash', async () => {
    const nothing = await fetch(`${stage.url}/v1/nope`)
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    const examples = await fetch(`${stage.url}/examples`)
    expect([examples.status, examples.url]).toEqual([200, `${stage.url}/examples/`])
    expect(await (await fetch(`${stage.url}/.well-known/security.txt`)).text()).toMatch(/^Contact: /)
  })

  it('reports no visit unless the operator sets an address', async () => {
    const { page } = await stage.visitor()
    const elsewhere: string[] = []
    page.on('request', (request) => request.url().startsWith(stage.url) || elsewhere.push(request.url()))
    for (const path of ['/', '/precios', '/en/contact']) {
      const answer = await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await page.locator('#visit').count()).toBe(0)
      expect(answer!.headers()['content-security-policy']).toContain("connect-src 'self';")
    }
    expect(elsewhere).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    await page.goto('/privacidad')
    expect(await page.locator('main').innerText()).toContain('tampoco medimos visitas')
  })

  it('asks for no plans that the server has rendered', async () => {
    const { page } = await stage.visitor()
    await noteDefinition(page)
    await page.goto('/precios')
    await page.locator('waizant-plan-picker:defined').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await askedAtFirst(page)).toEqual([])
  })

  it('weighs little: the pricing page with its styles and scripts stays below 32 kB', async () => {
    const { page } = await stage.visitor()
    const bodies: Promise<number>[] = []
    page.on('response', (response) => {
      if (!/html|css|javascript/.test(response.headers()['content-type'] ?? '')) return
      bodies.push(
        // The test-mode note must not appear on a site that sells.
        response.text().then((body) => brotliCompressSync(body.replace(/<aside.*?<\/aside>/s, '')).length),
      )
    })
    await page.goto('/precios')
    await page.locator('waizant-plan-picker:defined').waitFor()
    await page.locator('waizant-plan-comparison:defined').waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
    console.log(`pricing page: ${(bytes / 1000).toFixed(1)} kB of HTML, CSS and JavaScript, brotli`)
    expect(bytes).toBeLessThanOrEqual(32_000)
  })
})
