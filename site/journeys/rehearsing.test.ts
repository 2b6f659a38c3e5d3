import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const controls = async (path = '/sandbox') => {
  const visitor = await stage.visitor()
  await visitor.page.goto(path)
  return visitor
}

describe('the page of controls', () => {
  it('shows customers with a past: in trial, active, one who owes, one with credit', async () => {
    const { page } = await controls()
    const customers = page.getByRole('region', { name: 'Los clientes' })
    const statuses = await customers.locator('.state').allInnerTexts()
    expect(new Set(statuses)).toEqual(new Set(['Activo', 'En prueba', 'Pago pendiente']))
    await page.getByRole('link', { name: 'Token de Taller Faro' }).click()
    const badge = page.locator('waizant-balance-badge')
    await badge.getByText('$450.00').first().waitFor()
    await badge.getByRole('button').click()
    await badge.getByText('Ajuste').waitFor()
  })

  it('moves time: what was due until then has happened', async () => {
    const { page } = await controls()
    const invoices = page.getByRole('region', { name: 'Las facturas' }).getByRole('row')
    const newest = await invoices.nth(1).innerText()
    const before = await page.locator('time').first().getAttribute('datetime')
    await page.getByRole('button', { name: 'Adelantar 1 mes' }).click({ timeout: 60_000 })
    await page.getByText('todo lo que tocaba hasta esa fecha ya ocurrió').waitFor({ timeout: 60_000 })
    const after = await page.locator('time').first().getAttribute('datetime')
    expect(Date.parse(after!) - Date.parse(before!)).toBeGreaterThanOrEqual(28 * 86_400_000)
    expect(await invoices.nth(1).innerText()).not.toBe(newest)
  })

  it('opens an invoice as its customer sees it', async () => {
    const { page } = await controls()
    await page.getByRole('region', { name: 'Las facturas' }).getByRole('link').first().click()
    await page.waitForURL(/\/i\/in_/)
    expect(await page.locator('main').innerText()).toMatch(/\$\d/)
  })

  it('sends a message again, and nothing changes twice', async () => {
    const { page } = await controls()
    const count = () => stage.running.deps.db.execute('select count(*)::integer as n from invoices')
    const before = await count()
    await page
      .getByRole('button', { name: /^Reenviar invoice/ })
      .first()
      .click()
    await page.getByText('Reenviado.').waitFor()
    expect(await count()).toEqual(before)
  })

  it('switches faults on and off', async () => {
    const { page } = await controls()
    await page.getByLabel('Perder los mensajes').check()
    await page.getByRole('button', { name: 'Aplicar' }).click()
    await page.getByText('Así quedó.').waitFor()
    expect(stage.running.sandbox!.stripe!.faults().webhooks.drop).toBe(true)
    await page.getByLabel('Perder los mensajes').uncheck()
    await page.getByRole('button', { name: 'Aplicar' }).click()
    await page.getByText('Así quedó.').waitFor()
    expect(stage.running.sandbox!.stripe!.faults().webhooks.drop).toBe(false)
  })

  it('keeps the mail that was sent', async () => {
    const { page } = await controls()
    const newest = page
      .locator('#mail ~ * details, details')
      .filter({ has: page.locator('iframe') })
      .first()
    await newest.locator('summary').first().click()
    const letter = newest.frameLocator('iframe').locator('body')
    await letter.waitFor()
    expect(await letter.innerText()).toMatch(/\S/)
  })
})
