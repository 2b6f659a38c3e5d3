import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let slow: Server
let origin: string
/** Resolves once the page has painted everything it has received. */
let painted = async () => {}

/** The product behind a connection that delivers a page card by card, each after the previous one was painted. */
beforeAll(async () => {
  stage = await openStage()
  slow = createServer(async (request, response) => {
    const answer = await fetch(stage.url + request.url, { headers: { 'Accept-Encoding': 'identity' } })
    for (const name of ['content-type', 'content-security-policy'])
      if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name)!)
    if (!answer.headers.get('content-type')?.includes('text/html')) {
      response.end(Buffer.from(await answer.arrayBuffer()))
      return
    }
    for (const piece of (await answer.text()).split(/(?<=<\/article>)/)) {
      response.write(piece)
      await painted()
    }
    response.end()
  })
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`
})
afterAll(async () => {
  slow.closeAllConnections()
  slow.close()
  await stage.close()
})

/** Waits two frames, after which everything received is on screen; a page without a document has nothing to paint. */
const twoFrames = (page: Page) =>
  page
    .evaluate(
      () =>
        new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    )
    .catch(() => {})

it.each(['/precios', '/en/waizant/pricing'])('%s moves no card while the next ones arrive', async (path) => {
  const { page } = await stage.visitor({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(() => {
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[])
        window.shifted += value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  painted = () => twoFrames(page)
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await twoFrames(page)
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.01)
  await page.context().close()
})
