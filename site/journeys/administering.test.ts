import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripeOf } from '../../server/sandbox/console.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** An administrator in the back office. */
const enters = async (person: string, place = '') => {
  const visitor = await stage.visitor()
  await visitor.page.goto(`/admin?as=${person}${place}`)
  await visitor.page.locator('waizant-plan-settings').getByRole('navigation').first().waitFor()
  return visitor
}

const heading = (page: Page, name: string) =>
  page.locator('waizant-plan-settings').getByRole('heading', { name, exact: true })

const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** The prices on a page. */
const shownAt = async (page: Page) =>
  (await page.locator('waizant-plan-picker [part=amount]').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')

/** Creates a version as a copy of the one on sale; returns its number. */
const creates = async (page: Page): Promise<number> => {
  await page.getByRole('button', { name: 'Crear versión' }).click()
  await page.getByRole('button', { name: 'Crear borrador' }).click()
  await page.getByRole('heading', { name: /· Versión \d+$/ }).waitFor()
  return Number(new URL(page.url()).searchParams.get('version'))
}

const saves = async (page: Page) => {
  await page.getByRole('button', { name: 'Guardar tarifas' }).click()
  await page.getByText('Tarifas guardadas.').waitFor()
}

describe('an administrator', () => {
  it('enters; a person without the right reads which group they need', async () => {
    const { page } = await stage.visitor()
    await page.goto('/admin?view=customers')
    await page.getByRole('link', { name: /Carla Núñez/ }).click()
    await page.getByText('waizant-backoffice').waitFor()
    await page.getByRole('link', { name: 'Entrar como otra persona' }).click()
    await page.getByRole('link', { name: /Ana Robles/ }).click()
    await heading(page, 'Clientes').waitFor()
  })

  it('publishes a price: open pages show it, new ones sell by it, Stripe has it', async () => {
    const { page: prices } = await stage.visitor()
    await prices.goto('/precios')
    await expect.poll(() => shownAt(prices)).toContain('$2,499.00')
    const { page, troubles } = await enters('ana', '&catalogue=erp&plan=pro')
    const number = await creates(page)
    await tab(page, 'Precios').click()
    await page.getByRole('textbox', { name: 'Precio mensual, MXN' }).fill('2,611.00')
    await page.getByRole('textbox', { name: 'Descuento, MXN' }).fill('15')
    await saves(page)
    await page.getByRole('button', { name: 'Activar' }).click()
    await page.getByText('Activada.').waitFor()
    await page.getByRole('button', { name: 'Publicar' }).click()
    const sure = page.getByRole('dialog')
    await sure.getByText('$2,611.00').waitFor()
    await sure.getByRole('button', { name: 'Publicar' }).click()
    await page.getByText('Publicada. En unos segundos se ve en todas las páginas.').waitFor()
    await expect.poll(() => shownAt(prices), { timeout: 12_000 }).toContain('$2,611.00')
    const { page: later } = await stage.visitor({ javaScriptEnabled: false })
    await later.goto('/precios')
    expect(await shownAt(later)).toContain('$2,611.00')
    const { prices: atStripe } = stripeOf(stage.running.sandbox!.stripe!)
    const lookup = { lookup_keys: [`erp/pro/${number}/MXN/month`, `erp/pro/${number}/MXN/year`] }
    await expect
      .poll(async () => (await atStripe.list(lookup)).data.map(({ unit_amount }) => unit_amount).sort(), {
        timeout: 12_000,
      })
      .toEqual([261_100, 2_663_220])
    await page.getByRole('button', { name: 'Planes' }).first().click()
    await page.getByRole('article', { name: 'Ensayo' }).getByText('Al día', { exact: true }).waitFor()
    expect(troubles).toEqual([])
  })

  it('sees what was changed at Stripe by hand, and repairs it', async () => {
    const { prices } = stripeOf(stage.running.sandbox!.stripe!)
    const key = 'waizant/plus/1/USD/month'
    const [price] = (await prices.list({ lookup_keys: [key] })).data
    await prices.update(price!.id, { active: false })
    const { page } = await enters('ana', '&catalogue=waizant')
    const rehearsal = page.getByRole('article', { name: 'Ensayo' })
    await rehearsal.getByText('Con diferencias').waitFor()
    await rehearsal.getByText('1 diferencia').click()
    await rehearsal
      .getByRole('row', { name: /Plus · Versión 1/ })
      .getByText('Está archivado')
      .waitFor()
    await rehearsal.getByRole('button', { name: 'Reparar Ensayo' }).click()
    await page.getByText('Ensayo está al día.').waitFor()
    expect((await prices.retrieve(price!.id)).active).toBe(true)
  })

  it('finds the way by the browser’s own buttons, and unsaved work after a reload', async () => {
    const { page } = await enters('ana')
    await page.getByRole('radio', { name: 'Waizant' }).check({ force: true })
    await page
      .getByRole('row', { name: /Plus/ })
      .getByRole('button', { name: /^\d+ versi/ })
      .click()
    await creates(page)
    await page.getByRole('textbox', { name: 'Cantidad, renglón 1' }).first().fill('3')
    await page.reload()
    await page.getByRole('button', { name: 'Recuperar mis cambios' }).click()
    const first = page.getByRole('textbox', { name: 'Cantidad, renglón 1' }).first()
    await expect.poll(() => first.inputValue()).toBe('3')
    await page.goBack()
    await heading(page, 'Plus').waitFor()
    await page.getByText('sin guardar').waitFor()
    await page.goBack()
    await heading(page, 'Planes').waitFor()
    await page.goForward()
    await page.goForward()
    await expect.poll(() => first.inputValue()).toBe('3')
  })

  it('deletes a draft', async () => {
    const { page } = await enters('ana', '&catalogue=erp&plan=basico')
    const number = await creates(page)
    await page.getByRole('button', { name: 'Eliminar versión' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Eliminar versión' }).click()
    await page.getByText(`Versión ${number} eliminada.`).waitFor()
    // The list is loaded again while the old one stays visible.
    await page.getByRole('button', { name: `Versión ${number}` }).waitFor({ state: 'detached' })
  })

  it('finds a customer and takes the list home as a spreadsheet', async () => {
    const { page } = await enters('ana', '&view=customers')
    await page.getByRole('searchbox').fill('faro')
    await page.getByText('1 resultado', { exact: true }).waitFor()
    await page.getByRole('rowheader', { name: /Taller Faro/ }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar .xlsx' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const rows = await readExcel(await readFile(await download.path()))
    expect(JSON.stringify(rows)).toContain('Taller Faro')
  })
})

describe('the back office as it is built', () => {
  const places = {
    plans: '',
    versions: '&catalogue=erp&plan=pro',
    parameters: '&catalogue=waizant&plan=plus&version=1',
    pricing: '&catalogue=erp&plan=pro&version=1&tab=pricing',
    customers: '&view=customers',
    ecosystems: '&view=ecosystems',
  }

  it.each(Object.entries(places))('fits a phone, a tablet and a desk: %s', async (_, place) => {
    const { page, troubles } = await enters('ana', place)
    await page.locator('waizant-plan-settings').getByRole('table').first().waitFor()
    for (const width of [320, 768, 1000, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, `${width} px`).toBeLessThanOrEqual(0)
    }
    expect(troubles).toEqual([])
  })
})

describe('two administrators', () => {
  it('write the same version at once, see what differs, and both keep their work', async () => {
    const { page: ana } = await enters('ana', '&catalogue=erp&plan=pro')
    const number = await creates(ana)
    const place = `&catalogue=erp&plan=pro&version=${number}&tab=pricing`
    const { page: bruno } = await enters('bruno', place)
    await tab(ana, 'Precios').click()
    const month = (page: Page) => page.getByRole('textbox', { name: 'Precio mensual, USD' })
    await month(ana).fill('155')
    await ana.getByRole('textbox', { name: 'Precio mensual, MXN' }).fill('2,700')
    await month(bruno).fill('165')
    await tab(bruno, 'Detalles').click()
    await bruno.getByRole('textbox', { name: 'Descripción · Inglés' }).fill('More of everything.')
    await saves(bruno)
    await ana.getByRole('button', { name: 'Guardar tarifas' }).click()
    await ana.getByText('bruno.diaz@waizant.mx guardó esta versión').waitFor()
    const clash = ana.getByRole('radiogroup', { name: 'Precio · USD · Mensual' })
    await clash.getByRole('radio', { name: /\$165\.00/ }).check()
    await ana.getByRole('button', { name: 'Combinar y seguir' }).click()
    await expect.poll(() => month(ana).inputValue()).toBe('165.00')
    await saves(ana)
    await bruno.reload()
    await tab(bruno, 'Precios').click()
    expect(await month(bruno).inputValue()).toBe('165.00')
    expect(await bruno.getByRole('textbox', { name: 'Precio mensual, MXN' }).inputValue()).toBe('2,700.00')
    await tab(bruno, 'Detalles').click()
    expect(await bruno.getByRole('textbox', { name: 'Descripción · Inglés' }).inputValue()).toBe(
      'More of everything.',
    )
    await tab(bruno, 'Historial').click()
    await bruno.getByText('ana.robles@waizant.mx').first().waitFor()
    await bruno.getByText('$2,700.00 MXN').waitFor()
  })
})
