/**
 * The elements in a real browser with a CPU 4 × slower, compared with static HTML and hand-written elements;
 * interleaved, medians.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlanList } from '@waizant/contract/plan'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../scripts/chromium.ts'
import { readEnv } from '../server/env.ts'
import { builtFiles, builtSite, type Site } from '../server/site.ts'
import { start } from '../server/startup/start.ts'
import { elements } from '../widgets/build/bundle.ts'
import { median } from './median.ts'
import { openResults, type Unit } from './results.ts'
import { bytesOfCode, mount, paintTable, watchFirstPlan, workOf } from './widgets/in-page.ts'
import { comparedPages, handWritten, longList } from './widgets/pages.ts'

const rounds = Number(process.argv[2] ?? 11)

const results = openResults('widgets')

/** Prints a result with its aim, which is an upper bound. */
const tell = (what: string, value: number, unit: Unit, aim?: number) =>
  results.tell(what, value, unit, aim === undefined ? {} : { aim })

const directory = mkdtempSync(join(tmpdir(), 'waizant-bench-'))
const pages: Record<string, string> = {}
const built = await builtSite()
const site: Site = (request, response, locals) => {
  const name = /^\/bench\/([\w.-]+)/.exec(request.url!)?.[1]
  if (!name) return built(request, response, locals)
  response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
  response.end(name.endsWith('.js') ? handWritten() : pages[name])
}
const env = readEnv({ PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'silent' })
const running = await start(env, { site, files: builtFiles() })
const plans = (await (await fetch(`${running.url}/v1/catalogues/erp/plans?locale=es-MX`)).json()) as PlanList
Object.assign(pages, comparedPages(plans))
const browser: Browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })

/** A page in a new browser profile, at the given slowness; closed when the work is done. */
const fresh = async <T>(path: string, work: (page: Page) => Promise<T>, slower = 4): Promise<T> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'es-MX' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.addInitScript(watchFirstPlan)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  try {
    await page.goto(running.url + path)
    return await work(page)
  } finally {
    await context.close()
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

interface Seen {
  firstPlan: number
  shift: number
  blocked: number
}

const seenOn = (name: string) =>
  fresh(`/bench/${name}`, async (page) => {
    await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.firstPlan > 0)
    await page.waitForTimeout(300)
    return page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  })

const firstPlan = async () => {
  const kinds = ['static', 'hand', 'script', 'rendered'] as const
  const taken: Record<string, Seen[]> = { static: [], hand: [], script: [], rendered: [] }
  // Each round begins with another page, because the page after the heaviest one pays for its clean-up.
  for (let turn = -kinds.length; turn < rounds * kinds.length; turn++) {
    const kind = kinds[(turn + 2 * kinds.length + Math.floor(turn / kinds.length)) % kinds.length]!
    const seen = await seenOn(kind)
    if (turn >= 0) taken[kind]!.push(seen)
  }
  const middle = (kind: string, of: keyof Seen) => median(taken[kind]!.map((seen) => seen[of]))
  const ratio = (kind: string) => middle(kind, 'firstPlan') / middle('static', 'firstPlan')
  tell('first plan visible, static HTML', middle('static', 'firstPlan'), 'ms')
  tell('first plan visible, element by hand', ratio('hand'), 'ratio')
  tell('first plan visible, script tag', ratio('script'), 'ratio', 1.4)
  tell('first plan visible, server-rendered', ratio('rendered'), 'ratio', 1.05)
  tell('blocked, script tag', middle('script', 'blocked'), 'ms')
  tell('blocked, server-rendered', middle('rendered', 'blocked'), 'ms', 0)
  tell('moved, script tag', middle('script', 'shift'), 'shift')
  tell('moved, server-rendered', middle('rendered', 'shift'), 'shift', 0)
}

const frame = 16

const steps = async (ecosystem: string) => {
  const interval = { inner: '[name=interval]', times: 31 }
  const hand = await fresh('/bench/hand', async (page) => {
    await page.locator('hand-picker h3').first().waitFor()
    return page.evaluate(workOf, { host: 'hand-picker', ...interval })
  })
  const ours = await fresh('/bench/script', async (page) => {
    await page.locator('waizant-plan-picker[ready]').waitFor()
    return page.evaluate(workOf, { host: 'waizant-plan-picker', ...interval })
  })
  tell('month to year, element by hand', hand, 'ms')
  tell('month to year', ours, 'ms', frame)
  const signedIn = `/examples/plain/?as=${ecosystem}`
  await fresh(signedIn, async (page) => {
    const purchase = page.locator('waizant-encounter-purchase')
    await purchase.locator('[part=step]').first().waitFor()
    await purchase.locator('[part=step]').last().click()
    await page.waitForTimeout(1_000)
    const step = { host: 'waizant-encounter-purchase', inner: '[part=step]:last-of-type', times: 11 }
    tell('one more of a quantity', await page.evaluate(workOf, step), 'ms', frame)
  })
  const opened = await fresh(signedIn, async (page) => {
    const change = page.locator('waizant-plan-change')
    // Opened once before, so that the dialog is measured and not the loading of its code.
    await change.getByRole('button').first().click()
    await change.getByRole('dialog').waitFor()
    await page.waitForTimeout(500)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
    return page.evaluate(workOf, { host: 'waizant-plan-change', inner: 'button', times: 1 })
  })
  tell('the change of plan opened again', opened, 'ms', frame)
}

const table = async () => {
  const paint = (tag: string, rows: number) =>
    fresh('/bench/tables', (page) => page.evaluate(paintTable, { tag, plans: longList(plans, rows) }))
  const taken: Record<string, number[]> = { hand: [], ours: [], long: [] }
  for (let round = 0; round < Math.ceil(rounds / 2); round++) {
    taken.hand!.push(await paint('hand-comparison', 1_000))
    taken.ours!.push(await paintOurs(1_000))
    taken.long!.push(await paintOurs(4_000))
  }
  const [hand, ours, long] = ['hand', 'ours', 'long'].map((kind) => median(taken[kind]!)) as [
    number,
    number,
    number,
  ]
  tell('comparison of 1,000 rows × 4, by hand', hand, 'ms')
  tell('comparison of 1,000 rows × 4', ours / hand, 'ratio', 1.6)
  tell('comparison of 4,000 rows beside 1,000', long / ours, 'ratio', 4)
}

/** The tag loads the code, so an empty element comes first and the measured one after it. */
const paintOurs = (rows: number) =>
  fresh('/bench/tables', async (page) => {
    await page.evaluate(() => {
      document.body.append(document.createElement('waizant-plan-comparison'))
    })
    await page.waitForFunction(() =>
      document.querySelector('waizant-plan-comparison')?.shadowRoot?.querySelector('[part=skeleton]'),
    )
    await page.waitForTimeout(500)
    return page.evaluate(paintTable, { tag: 'waizant-plan-comparison', plans: longList(plans, rows) })
  })

/** Bytes in use after a garbage collection. */
const heapOf = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

const memory = async (ecosystem: string) => {
  for (const element of elements) {
    // The back office refuses a person without the right, and the browser stores that response.
    const isOffice = element === 'plan-settings'
    const growth = await fresh(
      isOffice ? '/admin?as=ana' : `/examples/plain/?as=${ecosystem}`,
      async (page) => {
        await page
          .locator(isOffice ? '[part=room] table' : '[part~=card-plan]')
          .first()
          .waitFor()
        const tag = `waizant-${element}`
        await page.evaluate(mount, { tag, times: 500 })
        const before = await heapOf(page)
        await page.evaluate(mount, { tag, times: 1_000 })
        return (await heapOf(page)) - before
      },
      1,
    )
    tell(`memory after 1,000 mounts of ${element}`, growth, 'bytes', 100_000)
  }
}

const weigh = async (ecosystem: string) => {
  const bytes = await fresh(`/examples/plain/?as=${ecosystem}`, async (page) => {
    await page.locator('waizant-billing-panel [part~=card-plan]').waitFor()
    await page.locator('waizant-encounter-purchase [part=package]').first().waitFor()
    await page.waitForTimeout(1_500)
    return page.evaluate(bytesOfCode)
  })
  tell('code of picker, plan change, billing panel and encounters on one page', bytes, 'bytes')
}

try {
  const made = await fetch(`${running.url}/sandbox/ecosystems`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ catalogue: 'waizant', plan: 'premium', company: 'Hospital Ejemplo' }),
  })
  const { ecosystem } = (await made.json()) as { ecosystem: string }
  await firstPlan()
  await steps(ecosystem)
  await table()
  await weigh(ecosystem)
  await memory(ecosystem)
  results.keep({ browser: browser.version(), slower: 4, rounds })
} finally {
  await browser.close()
  await running.close()
  rmSync(directory, { recursive: true, force: true })
}
