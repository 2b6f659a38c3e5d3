import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicRoutes, routes } from '../routes.ts'
import { flaws } from './accessibility.ts'
import { askedAtFirst, noteDefinition } from './asked-at-first.ts'
import { unreadable } from './readability.ts'
import { openStage, type Stage } from './stage.ts'
import { walk } from './walk.ts'

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

interface Node {
  '@type': string
  mainEntity?: { name: string }[]
}

/** The page's structured data for search engines, node by node. */
const known = async (page: Page): Promise<Node[]> =>
  JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!)['@graph']

declare global {
  interface Window {
    shifted: number
    painted(): void
  }
}

/** Before a page's own scripts: adds up how much of the screen moves and how far, and says when the page is painted. */
const measureShifts = () => {
  window.shifted = 0
  const add = (entries: PerformanceEntryList) => {
    for (const { value } of entries as (PerformanceEntry & { value: number })[]) window.shifted += value
  }
  new PerformanceObserver((list) => add(list.getEntries())).observe({ type: 'layout-shift', buffered: true })
  const twoFrames = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then))
  const styled = async () => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
    await Promise.all(
      sheets.map((link) => link.sheet ?? new Promise((resolve) => link.addEventListener('load', resolve))),
    )
    await document.fonts.ready
    // What moved until here had no script to move it: a busy machine paints before all styles are applied.
    twoFrames(() => {
      window.shifted = 0
      window.painted()
    })
  }
  new PerformanceObserver(() => twoFrames(styled)).observe({ type: 'paint', buffered: true })
}

/** How much moves in each page whose scripts arrive only after it was painted with its styles. */
const shiftsOf = async (paths: Iterable<string>, width: number): Promise<string[]> => {
  const moved: string[] = []
  const scriptsOf = new WeakMap<Page, PromiseWithResolvers<void>>()
  await walk(stage, paths, { viewport: { width, height: 800 } }, async (path, { page }) => {
    if (!scriptsOf.has(page)) {
      await page.exposeFunction('painted', () => scriptsOf.get(page)!.resolve())
      await page.addInitScript(measureShifts)
      await page.route(/\.js$/, async (route) => {
        await scriptsOf.get(page)!.promise
        await route.continue()
      })
    }
    scriptsOf.set(page, Promise.withResolvers())
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    )
    const shifted = await page.evaluate(() => window.shifted)
    if (shifted >= 0.01) moved.push(`${path}, ${width} px wide: ${shifted.toFixed(3)}`)
  })
  return moved
}

/** The browser logs the 404 of a missing page, which is expected. */
const isExpected = (trouble: string) => /status of 404/.test(trouble)

describe('every page', () => {
  // Several at a time: while one waits for an idle network, another one works.
  it.concurrent.each(pages)(
    '%s is accessible in light and dark, can be read on a small phone, and obeys a strict policy',
    async (path) => {
      const { page, troubles } = await stage.visitor({ viewport: { width: 320, height: 700 } })
      const answer = await page.goto(path)
      const policy = answer!.headers()['content-security-policy']
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe-(inline|eval)/)
      expect(await unreadable(page)).toEqual([])
      expect(await flaws(page)).toEqual([])
      await page.waitForLoadState('networkidle')
      expect(troubles.filter((trouble) => !isExpected(trouble))).toEqual([])
      await page.context().close()
    },
  )

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

  it('moves nothing that is in sight when its scripts arrive after it', async () => {
    const index = (await (await fetch(`${stage.url}/docs/index.json`)).json()) as { href: string }[]
    const guide = index.map(({ href }) => href.split('#')[0]!)
    const customers = ['/cuenta?as=clinica-horizonte', '/en/account?as=ferreteria-del-centro']
    const office = ['/admin?as=ana', '/en/admin?as=ana&catalogue=waizant&plan=plus&version=1']
    const all = [...pages, ...guide, ...customers, ...office]
    expect([...(await shiftsOf(all, 360)), ...(await shiftsOf(all, 1280))]).toEqual([])
  }, 600_000)

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

  it('weighs little: the pricing page with its styles and scripts stays below 31.8 kB', async () => {
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
    expect(bytes).toBeLessThanOrEqual(31_800)
  })
})
