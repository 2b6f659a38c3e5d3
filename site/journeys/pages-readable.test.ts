import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flaws, structureOf } from './accessibility.ts'
import { everyPage } from './every-page.ts'
import { unreadable } from './readability.ts'
import { openStage, type Stage } from './stage.ts'
import { walk } from './walk.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

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
  it('is accessible in light and dark, can be read on a small phone, and obeys a strict policy', async () => {
    const found: string[] = []
    const seen = new Set<string>()
    await walk(
      stage,
      everyPage,
      { viewport: { width: 320, height: 700 } },
      async (path, { page, troubles }) => {
        const answer = await page.goto(path)
        const policy = answer!.headers()['content-security-policy']
        expect(policy, path).toContain("script-src 'self'")
        expect(policy, path).not.toMatch(/unsafe-(inline|eval)/)
        await page.waitForLoadState('networkidle')
        found.push(...(await unreadable(page)).map((flaw) => `${path}, ${flaw}`))
        // A page and its translation have the same structure, of which one look says all.
        const structure = await structureOf(page)
        if (!seen.has(structure)) found.push(...(await flaws(page)).map((flaw) => `${path}, ${flaw}`))
        seen.add(structure)
        found.push(...troubles.filter((trouble) => !isExpected(trouble)).map((each) => `${path}: ${each}`))
      },
    )
    expect(seen.size).toBeLessThan(everyPage.length)
    expect(found).toEqual([])
  }, 600_000)

  it('moves nothing that is in sight when its scripts arrive after it', async () => {
    const index = (await (await fetch(`${stage.url}/docs/index.json`)).json()) as { href: string }[]
    const guide = index.map(({ href }) => href.split('#')[0]!)
    const customers = ['/cuenta?as=clinica-horizonte', '/en/account?as=ferreteria-del-centro']
    const office = ['/admin?as=ana', '/en/admin?as=ana&catalogue=waizant&plan=plus&version=1']
    const all = [...everyPage, ...guide, ...customers, ...office]
    expect([...(await shiftsOf(all, 360)), ...(await shiftsOf(all, 1280))]).toEqual([])
  }, 600_000)
})
