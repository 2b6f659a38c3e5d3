import { readFile } from 'node:fs/promises'
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
  const panel = visitor.page.locator('waizant-billing-panel')
  await panel.getByRole('heading', { name: 'Facturas' }).waitFor()
  return { ...visitor, panel, notice: visitor.page.locator('waizant-billing-notice') }
}

/** The server may answer while the demonstration's past is still being created. */
const owes = (ecosystem: string) =>
  expect
    .poll(async () => (await (await fetch(`${stage.url}/sandbox/ecosystems`)).json()).ecosystems, {
      timeout: 45_000,
    })
    .toContainEqual(expect.objectContaining({ id: ecosystem, status: 'past-due' }))

/** Types a card in the fields that Stripe draws; no script outside of them can read them. */
const typesCard = async (page: Page, number: string) => {
  await page.locator('.StripeElement').click({ position: { x: 60, y: 40 } })
  await page.keyboard.type(number)
  for (const text of ['1234', '123']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
}

const method = (panel: Locator) => panel.locator('[part=method]')

const dialogOf = (page: Page) => page.getByRole('dialog')

describe('a customer whose payment failed', () => {
  it('changes the card in the notice, and is charged and active again without doing anything else', async () => {
    await owes('cafe-volcan')
    const { page, panel, notice, troubles } = await enters('cafe-volcan')
    await notice.getByText('No pudimos cobrar USD').waitFor()
    await notice.getByRole('button', { name: 'Actualizar tarjeta' }).click()
    await typesCard(page, '5555555555554444')
    await dialogOf(page).getByRole('button', { name: 'Guardar y pagar' }).click()
    await dialogOf(page).getByText('Listo, estás al corriente').waitFor()
    await dialogOf(page).getByRole('button', { name: 'Cerrar' }).last().click()
    await panel.getByText('Activo', { exact: true }).waitFor()
    await panel.getByText('con tu Mastercard •••• 4444.').waitFor()
    expect(await panel.getByText('Pendiente', { exact: true }).count()).toBe(0)
    expect(await notice.isVisible()).toBe(false)
    expect(troubles).toEqual([])
  })
})

describe('a customer', () => {
  it('changes the card', async () => {
    const { page, panel, troubles } = await enters('abarrotes-la-esquina')
    await method(panel).getByText('4242').waitFor()
    await panel.getByRole('button', { name: 'Cambiar', exact: true }).click()
    await typesCard(page, '5555555555554444')
    await dialogOf(page).getByRole('button', { name: 'Guardar tarjeta' }).click()
    await dialogOf(page).getByText('Listo, tarjeta guardada').waitFor()
    await method(panel).getByText('4444').waitFor()
    expect(troubles).toEqual([])
  })

  it('cancels in steps, reads the last day, and comes back with one press', async () => {
    const { page, panel, notice, troubles } = await enters('clinica-horizonte')
    await panel.getByRole('button', { name: 'Cancelar suscripción' }).click()
    const dialog = dialogOf(page)
    await dialog.getByText(/conservas todo hasta el/).waitFor()
    await dialog.getByRole('button', { name: 'Continuar' }).click()
    await dialog.getByRole('radio', { name: 'Es caro para mí' }).check()
    await dialog.getByLabel(/Algo más/).fill('Volvemos en enero.')
    await dialog.getByRole('button', { name: 'Continuar' }).click()
    await dialog.getByRole('button', { name: 'Cancelar suscripción' }).click()
    const said = await dialog.getByText(/Tu último día de acceso es el/).innerText()
    const [, day] = /es el (.*?)\. Hasta/.exec(said)!
    await dialog.getByRole('button', { name: 'Cerrar' }).last().click()
    await panel.getByText('Por terminar', { exact: true }).waitFor()
    await notice.getByText(`Tu suscripción termina el ${day}.`).waitFor()
    await page.reload()
    await notice.getByRole('button', { name: 'Conservar mi suscripción' }).click()
    await notice.getByText('Listo, te quedas.').waitFor()
    await panel.getByText('Activo', { exact: true }).waitFor()
    expect(troubles).toEqual([])
  })

  it('takes its data along as a file', async () => {
    const { page, panel, troubles } = await enters('ferreteria-del-centro')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Descargar mis datos' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
    await panel.getByText('Tus datos están en tus descargas.').waitFor()
    expect(troubles).toEqual([])
  })

  it('in trial chooses a plan right there, for this very ecosystem', async () => {
    const { page, panel } = await enters('papeleria-nube')
    await panel.getByRole('button', { name: 'Elegir plan' }).click()
    await dialogOf(page).getByRole('link', { name: 'Contratar Básico' }).click()
    await page.waitForURL(/\/c\/pay\//)
    expect(await page.locator('main').innerText()).toContain('$999.00')
  })
})
