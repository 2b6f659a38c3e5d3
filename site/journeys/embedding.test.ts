import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedAtFirst, noteDefinition } from './asked-at-first.ts'
import { cards, openStage, payWith, type Stage } from './stage.ts'

let stage: Stage
let host: Server
let origin: string
let body = ''
beforeAll(async () => {
  stage = await openStage()
  host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="es"><title>Otra empresa</title>${body}</html>`)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(async () => {
  host.closeAllConnections()
  host.close()
  await stage.close()
})

const script = () => `<script type="module" src="${stage.url}/widgets/waizant.js"></script>`

it('two tags on a page of another origin show the plans, with one request, and sell them', async () => {
  body = `${script()}<waizant-plan-picker catalogue="erp"></waizant-plan-picker>`
  const { page, troubles } = await stage.visitor()
  await noteDefinition(page)
  await page.goto(origin)
  const picker = page.locator('waizant-plan-picker')
  await picker.getByRole('link', { name: 'Contratar Básico' }).waitFor()
  expect(await askedAtFirst(page)).toHaveLength(1)
  await picker.getByRole('link', { name: 'Contratar Básico' }).click()
  await payWith(page, cards.good, 'Desde Otra Página')
  await page.waitForURL(/\/gracias\?checkout=/)
  await page.locator('#purchase[data-status=complete]').waitFor()
  expect(troubles).toEqual([])
})

it('a pinned version carries the integrity that it publishes', async () => {
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default
  const published = await fetch(`${stage.url}/widgets/${version}/integrity.json`)
  const integrity = ((await published.json()) as Record<string, string>)['waizant.js']
  const src = `${stage.url}/widgets/${version}/waizant.js`
  body = `<script type="module" crossorigin src="${src}" integrity="${integrity}"></script><waizant-plan-picker catalogue="waizant"></waizant-plan-picker>`
  const { page, troubles } = await stage.visitor()
  await page.goto(origin)
  await page.locator('waizant-plan-picker').getByText('Premium').first().waitFor()
  expect(troubles).toEqual([])
})

it('the pinned version and every hashed file may be kept for ever, the current script for minutes', async () => {
  const cachedFor = async (path: string) =>
    (await fetch(`${stage.url}/widgets/${path}`)).headers.get('cache-control')
  const answer = await fetch(`${stage.url}/widgets/integrity.json`)
  const { current, versions } = (await answer.json()) as {
    current: string
    versions: Record<string, { src: string; integrity: string }>
  }
  const { src, integrity } = versions[current]!
  const files = await fetch(`${stage.url}/widgets/${current}/integrity.json`)
  const known = (await files.json()) as Record<string, string>
  expect(known['waizant.js']).toBe(integrity)
  expect(await cachedFor(src.replace('/widgets/', ''))).toContain('immutable')
  const chunk = Object.keys(known).find((name) => name !== 'waizant.js')!
  expect(await cachedFor(chunk)).toContain('immutable')
  expect(await cachedFor('waizant.js')).toBe('public, max-age=300, must-revalidate')
  expect(await cachedFor('integrity.json')).toBe('public, max-age=300, must-revalidate')
})

it('a server on plain http asks no browser to use https', async () => {
  const { url } = stage
  expect(url).toMatch(/^http:/)
  for (const path of ['/precios', '/v1/config', '/widgets/waizant.js'])
    expect((await fetch(url + path)).headers.get('strict-transport-security')).toBeNull()
})

it('tools find every element described next to the script', async () => {
  const answer = await fetch(`${stage.url}/widgets/custom-elements.json`)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const { modules } = (await answer.json()) as { modules: { declarations: { tagName: string }[] }[] }
  const tags = modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName))
  expect(tags).toEqual(expect.arrayContaining(['waizant-plan-picker', 'waizant-billing-panel']))
})

it('a fragment included by any server is readable before any script, and comes alive without another request', async () => {
  const fragment = await fetch(
    `${stage.url}/v1/fragments/plan-picker?catalogue=erp&interval=year&locale=es-MX`,
  )
  expect(fragment.status).toBe(200)
  const etag = fragment.headers.get('etag')!
  const again = await fetch(fragment.url, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
  body = `<main>${await fragment.text()}</main>`
  const { page: still } = await stage.visitor({ javaScriptEnabled: false })
  await still.goto(origin)
  expect(await still.locator('waizant-plan-picker [part=base]').innerText()).toContain('$25,490')
  body += script()
  const { page, troubles } = await stage.visitor()
  await noteDefinition(page)
  await page.goto(origin)
  await page.locator('waizant-plan-picker:defined').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await askedAtFirst(page)).toEqual([])
  expect(troubles).toEqual([])
})

it('a server that does not answer leaves the host page whole and says so in the element', async () => {
  body = `<h1>Sigo aquí</h1>${script()}<waizant-plan-picker catalogue="erp" api="http://127.0.0.1:1"></waizant-plan-picker>`
  const { page } = await stage.visitor()
  await page.goto(origin)
  await page.locator('waizant-plan-picker').getByRole('alert').waitFor()
  expect(await page.getByRole('heading', { name: 'Sigo aquí' }).count()).toBe(1)
})
