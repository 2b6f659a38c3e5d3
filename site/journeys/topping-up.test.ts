import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A customer of the demonstration in their own account. */
const enters = async (ecosystem: string) => {
  const visitor = await stage.visitor()
  await visitor.page.goto(`/cuenta?as=${ecosystem}`)
  const encounters = visitor.page.locator('waizant-encounter-purchase')
  await encounters.getByRole('button', { name: /^Pagar/ }).waitFor()
  return { ...visitor, encounters, licences: visitor.page.locator('waizant-licence-purchase') }
}

/** Types a card in the fields that Stripe draws; no script outside of them can read them. */
const typesCard = async (page: Page, number: string) => {
  await page.locator('.StripeElement').click({ position: { x: 60, y: 40 } })
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(number)
  for (const text of ['1234', '123']) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }
}

const available = async (encounters: Locator) =>
  Number((await encounters.locator('[part=available] strong').innerText()).replace(',', ''))

/** The encounters in the ecosystem's own database. */
const held = async (ecosystem: string): Promise<number> =>
  (await (await fetch(`${stage.url}/sandbox/ecosystems/${ecosystem}/tickets`)).json()).encounters

const purchases = async () =>
  (
    (await stage.running.deps.db.execute('select count(*)::integer as count from purchases')) as unknown as {
      rows: { count: number }[]
    }
  ).rows[0]!.count

describe('a customer who needs more encounters', () => {
  it('buys a package with the saved card in one click and sees the new total', async () => {
    const { page, encounters, troubles } = await enters('hospital-santa-lucia')
    const before = await available(encounters)
    const count = await purchases()
    await encounters.getByRole('radio', { name: /^500/ }).check()
    await encounters.getByRole('button', { name: 'Pagar USD 200.00' }).dblclick()
    await encounters.getByText(/^Listo, tienes .* encounters$/).waitFor()
    await expect.poll(() => available(encounters)).toBe(before + 500)
    expect(await held('hospital-santa-lucia')).toBe(before + 500)
    expect((await purchases()) - count).toBe(1)
    await page.reload()
    await encounters.getByRole('button', { name: /^Pagar/ }).waitFor()
    expect(await available(encounters)).toBe(before + 500)
    expect(troubles).toEqual([])
  })

  it('is declined with another card, then pays with one whose bank asks (3-D Secure)', async () => {
    const { page, encounters, troubles } = await enters('clinica-horizonte')
    const before = await available(encounters)
    const field = encounters.getByRole('spinbutton')
    await field.fill('620')
    await encounters.getByText('620 encounters × USD 0.45').waitFor()
    await encounters.getByRole('button', { name: 'Cambiar' }).click()
    await typesCard(page, '4000000000000002')
    await encounters.getByRole('button', { name: 'Pagar USD 279.00' }).click()
    await encounters.getByRole('alert').getByText('Tu banco rechazó el pago.').waitFor()
    expect(await held('clinica-horizonte')).toBe(before)
    await typesCard(page, '4000002760003184')
    await encounters.getByRole('button', { name: 'Pagar USD 279.00' }).click()
    await page.getByRole('button', { name: 'Sí, autorizo' }).click()
    await encounters.getByText(/^Listo, tienes .* encounters$/).waitFor()
    await expect.poll(() => available(encounters)).toBe(before + 620)
    expect(await held('clinica-horizonte')).toBe(before + 620)
    expect(troubles.filter((text) => !text.includes('402'))).toEqual([])
  })

  it('leaves while the bank asks, and reads that nothing was charged', async () => {
    const { page, encounters } = await enters('consultorio-roble')
    const before = await available(encounters)
    await encounters.getByRole('button', { name: 'Cambiar' }).click()
    await typesCard(page, '4000002760003184')
    await encounters.getByRole('button', { name: /^Pagar/ }).click()
    await page.getByRole('button', { name: 'Sí, autorizo' }).waitFor()
    await page.reload()
    await encounters.getByText('La compra no se terminó y no se te cobró nada.').waitFor()
    expect(await held('consultorio-roble')).toBe(before)
  })
})

describe('a customer who needs more licences', () => {
  it('sees what they add to the next invoice, orders them, and takes one back', async () => {
    const { licences, troubles } = await enters('clinica-horizonte')
    await licences.getByRole('button', { name: 'Agregar una' }).dblclick()
    await licences.getByText('Se suma a tu factura del').waitFor()
    await licences.getByRole('button', { name: 'Agregar 2 licencias' }).click()
    await licences.getByText('Listo, tienes 10 licencias.').waitFor()
    await licences.getByRole('button', { name: 'Quitar una' }).click()
    await licences.getByText('Se descuenta de tu factura del').waitFor()
    await licences.getByRole('button', { name: 'Quitar 1 licencia' }).click()
    await licences.getByText('Listo, tienes 9 licencias.').waitFor()
    expect(troubles).toEqual([])
  })
})
