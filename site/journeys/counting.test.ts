import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../analytics/message.ts'
import { openStage, type Stage } from './stage.ts'

interface Told {
  message: Message
  cookie: string | undefined
  referer: string | undefined
}

let stage: Stage
let counting: Server
let received: Told[] = []

/** A visit counter of another party, which tries to set a cookie. */
const counterOfVisits = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const { cookie, referer } = request.headers
      received.push({ message: JSON.parse(body), cookie, referer })
      response.writeHead(204, { 'Set-Cookie': 'visitor=1; Path=/; SameSite=None' }).end()
    }).listen(0, () => resolve(server))
  })

beforeAll(async () => {
  counting = await counterOfVisits()
  const { port } = counting.address() as AddressInfo
  stage = await openStage({ ANALYTICS_URL: `http://localhost:${port}/in` })
})
afterAll(async () => {
  await stage.close()
  counting.close()
})
beforeEach(() => {
  received = []
})

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20))
}

const events = () => received.map(({ message }) => message.event)

describe('an operator who counts visits', () => {
  it('learns of page and choice, and nothing of the person', async () => {
    const { page, troubles } = await stage.visitor()
    await page.goto('/precios?currency=USD&email=ana@x.mx')
    await page.locator('waizant-plan-picker[ready]').waitFor()
    await until(() => events().includes('page-view'))
    await page.locator('waizant-plan-picker').getByRole('link', { name: 'Pedir cotización' }).click()
    await until(() => events().includes('plan-select'))
    await page.goto('/contacto')
    await until(() => received.length === 3)
    expect(received.map(({ message }) => message)).toEqual([
      { event: 'page-view', page: '/precios', locale: 'es-MX' },
      {
        event: 'plan-select',
        page: '/precios',
        locale: 'es-MX',
        action: 'contact',
        catalogue: 'erp',
        plan: 'enterprise',
        interval: 'month',
        currency: 'USD',
      },
      { event: 'page-view', page: '/contacto', locale: 'es-MX' },
    ])
    expect(received.filter(({ cookie, referer }) => cookie || referer)).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(troubles).toEqual([])
  })

  it.each([{ 'sec-gpc': '1' }, { dnt: '1' }])('learns nothing of who sends %j', async (extraHTTPHeaders) => {
    const { page } = await stage.visitor({ extraHTTPHeaders })
    const answer = await page.goto('/precios')
    await page.waitForLoadState('networkidle')
    expect(await page.locator('#visit').count()).toBe(0)
    expect(answer!.headers()['content-security-policy']).not.toContain(
      String((counting.address() as AddressInfo).port),
    )
    expect(answer!.headers().vary).toMatch(/sec-gpc/)
    expect(received).toEqual([])
  })

  it('learns nothing of whose browser says so to its pages alone', async () => {
    const { page } = await stage.visitor()
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
    )
    await page.goto('/precios')
    await page.locator('waizant-plan-picker[ready]').waitFor()
    await page.waitForLoadState('networkidle')
    expect(received).toEqual([])
  })

  it('is named by the privacy notice', async () => {
    const { page } = await stage.visitor()
    await page.goto('/privacidad')
    expect(await page.locator('main').innerText()).toContain('contamos visitas')
  })
})
