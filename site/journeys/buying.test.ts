import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cards, counter, openStage, payWith, type Stage } from './stage.ts'

let stage: Stage
let before: Awaited<ReturnType<typeof counter>>
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  before = await counter(stage)
})

const subscriptions = async () => (await counter(stage)).subscriptions - before.subscriptions

/** A visitor of the pricing page who has switched to annual prices. */
const choosesPro = async () => {
  const visitor = await stage.visitor()
  await visitor.page.goto('/precios')
  return { ...visitor, ...(await byTheYear(visitor.page)) }
}

const byTheYear = async (page: Page) => {
  const picker = await alive(page)
  const year = picker.getByRole('radio', { name: /^Anual/ })
  await year.focus()
  await page.keyboard.press('Space')
  await picker.getByText('Ahorra $4,498.00 al año').waitFor()
  return { picker, buy: picker.getByRole('link', { name: 'Contratar Pro' }) }
}

/** The picker once its buttons act by script; before that they are links. */
const alive = async (page: Page) => {
  await page.locator('waizant-plan-picker[ready]').waitFor()
  return page.locator('waizant-plan-picker')
}

/** The text inside an element's shadow root: the element itself has no text. */
const shown = async (element: Locator) =>
  (await element.locator('[part=base]').innerText()).replaceAll(/\s+/g, ' ')

describe('a visitor in Mexico', () => {
  it('chooses Pro by the year, sees price and saving, pays, waits, and is a customer', async () => {
    const { page, picker, buy, troubles } = await choosesPro()
    expect(await shown(picker)).toMatch(/\$25,490 ?\.00 MXN al año/)
    await buy.click()
    await page.waitForURL(/\/c\/pay\//)
    expect(await page.locator('main').innerText()).toContain('$25,490.00')
    await payWith(page, cards.good)
    await page.waitForURL(/\/gracias\?checkout=chk_/)
    await page.locator('#purchase[data-status=complete]').waitFor()
    expect(await page.locator('#purchase').innerText()).toContain('ferreteria-lopez')
    expect(await subscriptions()).toBe(1)
    expect(troubles).toEqual([])
  })

  it('is declined, sees why, and pays with another card', async () => {
    const { page, buy } = await choosesPro()
    await buy.click()
    await payWith(page, cards.declined, 'Rechazos SA')
    await page.getByRole('alert').waitFor()
    expect(await subscriptions()).toBe(0)
    await payWith(page, cards.good, 'Rechazos SA')
    await page.locator('#purchase[data-status=complete]').waitFor()
    expect(await subscriptions()).toBe(1)
  })

  it('clicks twice and opens one checkout', async () => {
    const { page, buy } = await choosesPro()
    await buy.dblclick()
    await page.waitForURL(/\/c\/pay\//)
    expect((await counter(stage)).open - before.open).toBe(1)
  })

  it('loses the answer, and is taken to the one checkout that was opened', async () => {
    const { page, buy } = await choosesPro()
    let lost = 0
    await page.route('**/v1/checkouts', async (route) => {
      if (lost++ > 0) return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await buy.click()
    await page.waitForURL(/\/c\/pay\//)
    expect(lost).toBe(2)
    expect((await counter(stage)).open - before.open).toBe(1)
  })

  it('goes back without paying and finds the same checkout again', async () => {
    const { page, buy } = await choosesPro()
    await buy.click()
    await page.waitForURL(/\/c\/pay\//)
    const first = page.url()
    await page.goBack()
    await page
      .getByRole('radio', { name: /^Anual/ })
      .first()
      .check({ force: true })
    await buy.click()
    await page.waitForURL(/\/c\/pay\//)
    expect(page.url()).toBe(first)
  })

  it('comes back with the back button after paying and is not sold a second one', async () => {
    const { page, picker, buy } = await choosesPro()
    await buy.click()
    await payWith(page, cards.good, 'Regresos SA')
    await page.locator('#purchase[data-status=complete]').waitFor()
    await page.goto('/precios')
    await page
      .getByRole('radio', { name: /^Anual/ })
      .first()
      .check({ force: true })
    await buy.click()
    await picker.getByRole('link', { name: /ver/i }).first().waitFor()
    await page.goBack()
    await page.goBack()
    expect(await subscriptions()).toBe(1)
  })

  it('has two tabs open and can pay in one of them only', async () => {
    const { page, buy } = await choosesPro()
    const other = await page.context().newPage()
    await other.goto('/precios')
    await buy.click()
    await page.waitForURL(/\/c\/pay\//)
    await other.locator('waizant-plan-picker').getByRole('link', { name: 'Contratar Básico' }).click()
    await payWith(other, cards.good, 'Dos Pestañas SA')
    await other.locator('#purchase[data-status=complete]').waitFor()
    await page.reload()
    expect(await page.locator('form[data-pay]').count()).toBe(0)
    expect(await subscriptions()).toBe(1)
  })

  it('does all of it without JavaScript', async () => {
    const { page } = await stage.visitor({ javaScriptEnabled: false })
    await page.goto('/precios?interval=year')
    const picker = page.locator('waizant-plan-picker')
    expect(await shown(picker)).toContain('$25,490')
    await picker.getByRole('link', { name: 'Contratar Pro' }).click()
    await page.waitForURL(/\/comprar\?/)
    expect(await page.locator('main').innerText()).toContain('$25,490.00')
    await page.locator('#company').fill('Sin Guiones SA')
    await page.locator('#email').fill('no es correo')
    await page.locator('main form button[type=submit]').click()
    expect(await page.locator('#email-error').innerText()).toBe(
      'Escribe un correo válido, como ana@empresa.mx.',
    )
    expect(await page.locator('#company').inputValue()).toBe('Sin Guiones SA')
    await page.locator('#email').fill('ana@singuiones.mx')
    await page.locator('main form button[type=submit]').click()
    await payWith(page, cards.good)
    await page.waitForURL(/\/gracias\?checkout=chk_/)
    await stage.running.deps.jobs.settled()
    await page.reload()
    expect(await page.locator('#purchase').getAttribute('data-status')).toBe('complete')
    expect(await subscriptions()).toBe(1)
  })
})

describe('a visitor who reads English', () => {
  it('buys in dollars, by the month', async () => {
    const { page, troubles } = await stage.visitor({ locale: 'en-US' })
    await page.goto('/en/pricing?currency=USD')
    const picker = await alive(page)
    expect(await shown(picker)).toContain('$149')
    await picker.getByRole('link', { name: /Pro$/ }).first().click()
    await page.waitForURL(/\/c\/pay\//)
    expect(await page.locator('main').innerText()).toContain('149.00')
    await payWith(page, cards.good, 'Dollars Inc')
    await page.waitForURL(/\/en\/thanks\?checkout=chk_/)
    await page.locator('#purchase[data-status=complete]').waitFor()
    expect(troubles).toEqual([])
  })
})

describe('a prospect', () => {
  it('starts a trial from the picker', async () => {
    const { page } = await stage.visitor()
    await page.goto('/precios')
    await (await alive(page))
      .getByRole('link', { name: /Prueba gratis/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Empresa', { exact: true }).fill('Prueba Veloz')
    await dialog.getByLabel('Correo de trabajo').fill('hola@pruebaveloz.mx')
    await dialog.getByRole('button', { name: 'Empezar la prueba' }).click()
    await dialog.getByText('Tu prueba está lista').waitFor()
    await dialog.getByText('prueba-veloz').waitFor()
    expect(await subscriptions()).toBe(0)
  })

  it('asks for a quote of Enterprise', async () => {
    const { page } = await stage.visitor()
    await page.goto('/precios')
    await (await alive(page)).getByRole('link', { name: 'Pedir cotización' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tu nombre').fill('Luz')
    await dialog.getByLabel('Empresa', { exact: true }).fill('Cadena Norte')
    await dialog.getByLabel('Correo de trabajo').fill('luz@cadenanorte.mx')
    await dialog.getByRole('button', { name: 'Pedir cotización' }).click()
    await dialog.getByText('Recibimos tu solicitud').waitFor()
  })
})
