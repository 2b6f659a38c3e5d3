import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from './engines/engine.ts'
import { findFirefox, findWebKit } from './engines/find-engines.ts'
import { openFirefox } from './engines/firefox.ts'
import { type EngineVisitor, visitor } from './engines/visitor.ts'
import { openWebKit } from './engines/webkit.ts'
import { findUnreadable } from './readability.ts'
import { cards, openProduct, type Stage } from './stage.ts'

const webkit = findWebKit()
const firefox = findFirefox()
/** Each engine changes the plan of a customer of its own, because all share one server. */
const engines = [
  { name: 'WebKit', changes: 'abarrotes-la-esquina', open: webkit && (() => openWebKit(webkit)) },
  { name: 'Firefox', changes: 'taller-faro', open: firefox && (() => openFirefox(firefox)) },
]

let product: Omit<Stage, 'visitor'>
let host: Server
let embeds: string
let body = ''
beforeAll(async () => {
  if (!webkit && !firefox) return
  product = await openProduct()
  host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="es"><title>Otra empresa</title>${body}</html>`)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  embeds = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(async () => {
  host?.closeAllConnections()
  host?.close()
  await product?.close()
})

const picker = 'waizant-plan-picker'
const comparison = 'waizant-plan-comparison'
const plan = 'waizant-plan-change'
const encounters = 'waizant-encounter-purchase'

const monthly = /\$2,499 ?\.00 MXN al mes/
const yearly = /\$25,490 ?\.00 MXN al año/

/** What an element shows for one interval; it must show nothing of the other. */
const shows = async (page: EngineVisitor, element: string, expected: RegExp, other: RegExp) => {
  const seen = (await page.sees(expected, element)).input
  expect(seen).not.toMatch(other)
}

const pay = async (page: EngineVisitor, company: string) => {
  const fill = async (field: string, text: string) => {
    await page.press(field, /^/)
    await page.type(text)
  }
  await fill('#email', 'ana@lopez.mx')
  await fill('#field-company', company)
  await fill('#number', cards.good)
  await fill('#expiry', '12 / 34')
  await fill('#cvc', '123')
  await page.press('form[data-pay] button[type=submit]', /^/)
}

describe.each(engines)('in $name', ({ name, changes, open }) => {
  let engine: Engine
  let page: EngineVisitor
  beforeAll(async () => {
    if (!open) return
    engine = await open()
    await engine.resize(1280, 900)
    page = visitor(engine)
  })
  afterAll(() => engine?.close())

  it.skipIf(!open)('a visitor switches to the year and back, and pays what is shown', async () => {
    await page.goto(`${product.url}/precios`)
    await page.has(`${picker}[ready]`)
    await page.has(`${comparison}[ready]`)
    await shows(page, picker, monthly, yearly)
    for (const element of [picker, comparison]) {
      await page.press('label', /^Anual/, element)
      await shows(page, picker, yearly, monthly)
      await shows(page, comparison, yearly, monthly)
      await page.press('label', /^Mensual/, element)
      await shows(page, picker, monthly, yearly)
      await shows(page, comparison, monthly, yearly)
    }
    await page.press('label', /^Anual/, comparison)
    await page.press('a', /^Contratar Pro/, picker)
    await page.isAt(/\/c\/pay\//)
    await page.sees(/\$25,490\.00/, 'main')
    await pay(page, `Ferretería ${name}`)
    await page.isAt(/\/gracias\?checkout=chk_/)
    await page.has('#purchase[data-status=complete]')
    await page.forget()
  })

  it.skipIf(!open)('leaves only the differences in the comparison, and brings the rest back', async () => {
    await page.goto(`${product.url}/precios`)
    await page.has(`${comparison}[ready]`)
    await page.press('label', /^Solo diferencias/, comparison)
    const only = (await page.sees(/Usuarios[\s\S]*Chatbot WhatsApp/, comparison)).input
    expect(only).not.toMatch(/Sucursales|E-commerce/)
    await page.press('label', /^Solo diferencias/, comparison)
    await page.sees(/Sucursales[\s\S]*E-commerce/, comparison)
  })

  it.skipIf(!open)('an embed obeys the first press, and its button buys', async () => {
    body = `<script type="module" src="${product.url}/widgets/waizant.js"></script><${picker} catalogue="erp"></${picker}>`
    await page.goto(embeds)
    await page.press('label', /^Anual/, picker)
    await shows(page, picker, yearly, monthly)
    await page.press('a', /^Contratar Básico/, picker)
    await page.isAt(/\/c\/pay\/|\/comprar\?/)
    await page.sees(/\$10,189\.00/, 'main')
  })

  it.skipIf(!open)('markup of the server switches before any script', async () => {
    const answer = await fetch(`${product.url}/v1/fragments/plan-picker?catalogue=erp&locale=es-MX`)
    body = await answer.text()
    await page.goto(embeds)
    await shows(page, picker, monthly, yearly)
    await page.press('label', /^Anual/, picker)
    await shows(page, picker, yearly, monthly)
    await page.press('a', /^Contratar Pro/, picker)
    await page.isAt(/\/comprar\?.*interval=year/)
    await page.sees(/\$25,490\.00/, 'main')
  })

  it.skipIf(!open)('a customer in trial chooses by the year', async () => {
    await page.goto(`${product.url}/cuenta?as=papeleria-nube`)
    await page.press('button', /^Elegir plan/, 'waizant-billing-panel')
    const chooser = 'waizant-billing-panel'
    await page.press('label', /^Anual/, chooser)
    await shows(page, chooser, yearly, monthly)
    await page.press('a', /^Contratar Básico/, chooser)
    await page.isAt(/\/c\/pay\//)
    await page.sees(/\$10,189\.00/, 'main')
  })

  it.skipIf(!open)(
    'a customer looks at the account and changes the plan for what the review says',
    async () => {
      await page.goto(`${product.url}/cuenta?as=${changes}`)
      await page.sees(/Facturas/, 'waizant-billing-panel')
      await page.press('button', /^Cambiar de plan/)
      await page.press('label', /^Pro/, plan)
      await page.press('button', /^Revisar el cambio/, plan)
      const [, money] = await page.sees(/Pagar (\S+) y cambiar a Pro/, plan)
      await page.press('button', /^Pagar .* y cambiar a Pro$/, plan)
      await page.sees(/Listo, ya tienes Pro/, plan)
      await page.sees(new RegExp(`Pagaste ${money!.replaceAll(/[$.]/g, '\\$&')}`), plan)
    },
  )

  it.skipIf(!open)('a customer buys encounters with the saved card', async () => {
    await page.goto(`${product.url}/cuenta?as=hospital-santa-lucia`)
    await page.press('label', /^500/, encounters)
    await page.press('button', /^Pagar USD 200\.00$/, encounters)
    await page.sees(/Listo, tienes .* encounters/, encounters)
  })

  it.skipIf(!open)('the comparison can be read on phones and tablets', async () => {
    for (const path of ['/precios', '/waizant/precios']) {
      await page.goto(`${product.url}${path}`)
      await page.has(`${comparison}[ready]`)
      for (const width of [320, 390, 530, 768]) {
        await engine.resize(width, 800)
        expect(await engine.run(findUnreadable), `${path}, ${width} px wide`).toEqual([])
      }
    }
  })

  it.skipIf(!open)('an account can be read on a phone', async () => {
    await engine.resize(320, 800)
    await page.goto(`${product.url}/cuenta?as=hospital-santa-lucia`)
    await page.sees(/Pagada/, 'waizant-billing-panel')
    await page.sees(/USD 0\.\d\d/, encounters)
    expect(await engine.run(findUnreadable)).toEqual([])
  })

  it.skipIf(!open)('the packages of a plan can be read in the back office on a phone', async () => {
    await engine.resize(320, 800)
    await page.goto(`${product.url}/admin?as=ana&catalogue=waizant&plan=plus&version=1`)
    await page.sees(/Costo por unidad/, 'waizant-plan-settings')
    expect(await engine.run(findUnreadable)).toEqual([])
  })
})
