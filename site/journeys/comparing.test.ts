import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unreadable } from './readability.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let host: Server
let embeds: string
beforeAll(async () => {
  stage = await openStage()
  const script = `<script type="module" src="${stage.url}/widgets/waizant.js"></script>`
  const viewport = '<meta name="viewport" content="width=device-width">'
  host = createServer(({ url }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    const tag = `<waizant-plan-comparison catalogue="${url!.slice(1)}"></waizant-plan-comparison>`
    response.end(
      `<!doctype html><html lang="es">${viewport}<title>Otra empresa</title>${script}${tag}</html>`,
    )
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  embeds = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(async () => {
  host.closeAllConnections()
  host.close()
  await stage.close()
})

/** The rows on screen, each with the widths of its cells. */
const widthsOfRows = () => {
  const { shadowRoot } = document.querySelector('waizant-plan-comparison')!
  return [...shadowRoot!.querySelectorAll('tbody tr')]
    .filter((row) => row.checkVisibility())
    .map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().width))
}

describe.each([320, 390, 530, 768])('a visitor with a screen %i px wide', (width) => {
  it.each(['/precios', '/waizant/precios', 'an embed of erp', 'an embed of waizant'])(
    'can read every cell of the comparison in %s',
    async (where) => {
      const { page, troubles } = await stage.visitor({ viewport: { width, height: 800 } })
      const [, embedded] = /embed of (.*)/.exec(where) ?? []
      await page.goto(embedded ? `${embeds}/${embedded}` : where)
      const comparison = page.locator('waizant-plan-comparison')
      await page.locator('waizant-plan-comparison[ready]').waitFor()
      for (const interval of ['Anual', 'Mensual']) {
        await comparison.getByRole('radio', { name: new RegExp(`^${interval}`) }).check({ force: true })
        expect(await unreadable(page)).toEqual([])
      }
      const rows = await page.evaluate(widthsOfRows)
      expect(rows.length).toBeGreaterThan(10)
      expect(Math.min(...rows.flat())).toBeGreaterThan(40)
      expect(troubles).toEqual([])
      await page.context().close()
    },
  )
})
