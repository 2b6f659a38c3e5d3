import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settingNames } from '../../server/env.ts'
import { problems } from '../../server/words/problems.ts'
import { elements } from '../../widgets/build/bundle.ts'
import { flaws, structureOf } from './accessibility.ts'
import { openStage, type Stage } from './stage.ts'
import { walk } from './walk.ts'

let stage: Stage
const pages: string[] = []
beforeAll(async () => {
  stage = await openStage()
  for (const start of ['/docs', '/en/docs']) {
    const index = (await (await fetch(`${stage.url}${start}/index.json`)).json()) as { href: string }[]
    pages.push(...new Set(index.map(({ href }) => href.split('#')[0]!)))
  }
})
afterAll(() => stage.close())

const textOf = async (path: string) => (await fetch(stage.url + path)).text()

describe('the guide', () => {
  it('is accessible in light and dark, fits a small phone and obeys the policy, page by page', async () => {
    const found: string[] = []
    const seen = new Set<string>()
    await walk(stage, pages, { viewport: { width: 320, height: 700 } }, async (path, { page, troubles }) => {
      const answer = await page.goto(path)
      expect(answer!.headers()['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      if (wide) found.push(`${path} is wider than the screen`)
      if (path.includes('/element')) await page.waitForLoadState('networkidle')
      const structure = await structureOf(page)
      // A page and its translation have the same structure, of which one look says all.
      if (!seen.has(structure)) found.push(...(await flaws(page)).map((flaw) => `${path}, ${flaw}`))
      seen.add(structure)
      found.push(...troubles.map((trouble) => `${path}: ${trouble}`))
    })
    expect(seen.size).toBeLessThan(pages.length)
    expect(found).toEqual([])
  }, 600_000)

  it('leads nowhere that is not there, anchors included', async () => {
    const { page } = await stage.visitor({ javaScriptEnabled: false })
    const links = new Map<string, string>()
    const ids = new Map<string, Set<string>>()
    for (const path of pages) {
      await page.goto(path)
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
      for (const href of hrefs) if (href.startsWith(stage.url)) links.set(href.slice(stage.url.length), path)
      ids.set(path, new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))))
    }
    const lost: string[] = []
    for (const [href, from] of links) {
      const [path = '', id] = href.split('#')
      if (id && ids.has(path) && !ids.get(path)!.has(decodeURIComponent(id))) lost.push(`${href} on ${from}`)
      if (!ids.has(path) && (await fetch(stage.url + path)).status !== 200) lost.push(`${href} on ${from}`)
    }
    expect(lost).toEqual([])
  })

  it('has a page in both languages for every element, every setting, every refusal and every control', async () => {
    for (const element of elements) {
      expect(pages).toContain(`/docs/elementos/${element}`)
      expect(pages).toContain(`/en/docs/elements/${element}`)
    }
    for (const path of ['/docs/produccion', '/en/docs/going-live']) {
      const text = await textOf(path)
      expect(
        settingNames.filter((name) => !text.includes(`id="${name}"`)),
        path,
      ).toEqual([])
    }
    for (const path of ['/docs/errores', '/en/docs/errors']) {
      const text = await textOf(path)
      expect(
        Object.keys(problems).filter((code) => !text.includes(`id="${code}"`)),
        path,
      ).toEqual([])
    }
    const { running } = stage
    const controls = running.sandbox!.routes(running.deps).routes.filter(({ method }) => method !== 'ALL')
    for (const path of ['/docs/sandbox.md', '/en/docs/sandbox.md']) {
      const text = await textOf(path)
      const received = (one: { method: string; path: string }) =>
        text.includes(`\`${one.method} /sandbox${one.path}\``)
      expect(controls.filter((one) => !received(one)).map((one) => `${one.method} ${one.path}`)).toEqual([])
    }
  })

  it('begins its changes with the version that is built', async () => {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default
    for (const path of ['/docs/cambios/rss.xml', '/en/docs/changelog/rss.xml'])
      expect(await textOf(path)).toMatch(new RegExp(`<item><title>Waizant Billing ${version}</title>`))
  })

  it('is read by programs: Markdown of every page, and a list of them', async () => {
    const list = await textOf('/llms.txt')
    const listed = [...list.matchAll(/\]\((\S+\.md)\)/g)].map(([, href]) => href!)
    expect(listed).toHaveLength(pages.length)
    for (const href of listed) {
      const answer = await fetch(href)
      expect(answer.headers.get('content-type')).toContain('text/markdown')
      expect(await answer.text()).toMatch(/^# \S/)
    }
    const sitemap = await textOf('/sitemap.xml')
    expect(pages.filter((path) => !sitemap.includes(`<loc>${stage.url}${path}</loc>`))).toEqual([])
  })

  it('says so, in its own language, where a page is not there', async () => {
    const answer = await fetch(`${stage.url}/en/docs/nothing`)
    expect(answer.status).toBe(404)
    const text = await answer.text()
    expect(text).toContain('href="/en/docs"')
    const mistyped = await textOf('/en/docs/quickstart')
    expect(mistyped).toContain('href="/en/docs/quick-start"')
  })

  it('is read without JavaScript, and so are the plans in its examples', async () => {
    const { page } = await stage.visitor({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    await page.goto('/docs/elementos/plan-picker')
    expect(await page.locator('waizant-plan-picker [part=base]').innerText()).toContain('$999')
    await page.locator('[data-navigation] summary').click()
    await page.getByRole('link', { name: 'Inicio rápido' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Inicio rápido' }).waitFor()
    expect(await page.locator('[data-copy]:visible').count()).toBe(0)
  })

  it('finds a page by its words', async () => {
    const { page } = await stage.visitor()
    await page.goto('/docs')
    await page.getByRole('searchbox').fill('politica contenido')
    await page.locator('[data-results] a').first().click()
    await page.waitForURL(/renderizado-en-servidor#politica-de-seguridad-de-contenido$/)
  })

  it.each([
    ['stripe secret', /produccion#STRIPE_SECRET_KEY$/],
    ['quote-expired', /errores#quote-expired$/],
    ['waizant-plan-select', /elementos\/plan-picker#waizant-plan-select$/],
    ['POST checkouts', /docs\/api#\w+$/],
  ])('finds what a table or the reference explains: %s', async (words, address) => {
    const { page } = await stage.visitor()
    await page.goto('/docs')
    await page.getByRole('searchbox').fill(words)
    await page.locator('[data-results] a').first().waitFor()
    const found = await page
      .locator('[data-results] a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    expect(
      found.some((href) => address.test(href)),
      found.join(' '),
    ).toBe(true)
    await page.getByRole('searchbox').press('Enter')
    await page.waitForURL(address)
    expect(await page.locator(':target').count()).toBe(1)
  })
})

describe('a live example', () => {
  it('follows a form and HTML, shows the code and the events, and takes over nothing executable', async () => {
    const { page, troubles } = await stage.visitor()
    await page.goto('/docs/elementos/plan-picker')
    const picker = page.locator('[data-stage] waizant-plan-picker')
    const source = page.locator('#live-html')
    await page.locator('waizant-plan-picker[ready]').waitFor()
    await page.getByRole('combobox', { name: 'theme' }).selectOption('dark')
    await expect.poll(() => picker.getAttribute('theme')).toBe('dark')
    expect(await source.inputValue()).toBe(
      '<waizant-plan-picker catalogue="erp" theme="dark"></waizant-plan-picker>',
    )
    await source.fill(
      '<waizant-plan-picker catalogue="waizant" onclick="alert(1)"><p slot="header" onclick="alert(2)">Hola <img src=x onerror="alert(3)"></p></waizant-plan-picker>',
    )
    await picker.getByText('Premium').first().waitFor()
    expect(await picker.getAttribute('onclick')).toBeNull()
    expect(await picker.innerHTML()).not.toMatch(/onclick|img|onerror/)
    expect(await picker.locator('[slot=header]').innerText()).toContain('Hola')
    await source.fill('nada')
    await page.getByText('Escribe una sola etiqueta').waitFor()
    await picker.getByRole('link', { name: 'Contratar Plus' }).click()
    await page.getByText('waizant-plan-select').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/docs/elementos/plan-picker')
    // The content security policy would have blocked the typed handlers anyway, and reports that.
    expect(troubles.filter((trouble) => !trouble.includes('inline event handler'))).toEqual([])
  })

  it('shows a customer of the demonstration', async () => {
    const { page, troubles } = await stage.visitor({ locale: 'en-US' })
    await page.goto('/en/docs/elements/billing-panel')
    await page.locator('[data-stage] waizant-billing-panel [part~=card-plan]').waitFor()
    expect(troubles).toEqual([])
  })
})

describe('the editor of the looks', () => {
  it('writes CSS that changes real elements, and warns of low contrast', async () => {
    const { page, troubles } = await stage.visitor()
    await page.goto('/docs/apariencia')
    const css = page.getByRole('textbox', { name: 'Tu CSS' })
    const button = page
      .locator('[data-preview] waizant-plan-picker')
      .getByRole('link', { name: 'Contratar Pro' })
    await page.getByLabel('Marca, claro', { exact: true }).fill('#ffe14d')
    await expect
      .poll(() => css.inputValue())
      .toMatch(/--waizant-accent: light-dark\(#ffe14d, #[0-9a-f]{6}\);/)
    await expect
      .poll(() => button.evaluate((one) => getComputedStyle(one).backgroundColor))
      .toBe('rgb(255, 225, 77)')
    await page.getByText('bajo: se pide 4.5').first().waitFor()
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click()
    expect(await css.inputValue()).not.toContain('--waizant')
    expect(await page.getByText('bajo: se pide 4.5').count()).toBe(0)
    expect(troubles).toEqual([])
  })
})
