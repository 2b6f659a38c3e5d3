import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cards, openStage, payWith, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const post = async (path: string, body: object) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(stage.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}

/** Every day that stands on the page, in every shadow, in the order in which it stands there. */
const days = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = (root: Node): string[] => [
      ...(root instanceof Element && root.shadowRoot ? texts(root.shadowRoot) : []),
      ...(root instanceof Text ? [root.data] : [...root.childNodes].flatMap(texts)),
    ]
    const month = 'ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic'
    return texts(document.querySelector('main')!)
      .join('\n')
      .match(new RegExp(`\\d{1,2} (de )?(${month})[a-z]*( (de )?\\d{4})?`, 'g'))!
  })

const zones = [
  'America/Mexico_City',
  'America/Tijuana',
  'America/Hermosillo',
  'America/Los_Angeles',
  'Asia/Tokyo',
]

it('tells the days of the ecosystem’s zone, wherever the browser is', { timeout: 240_000 }, async () => {
  let first: string[] | undefined
  for (const timezoneId of zones) {
    const { page, troubles } = await stage.visitor({ timezoneId })
    await page.goto('/cuenta?as=clinica-horizonte')
    const panel = page.locator('waizant-billing-panel')
    await panel.locator('[part~=card-invoices] tbody tr').first().waitFor()
    await panel.getByRole('button', { name: 'Zona horaria: Ciudad de México' }).waitFor()
    await panel.getByRole('button', { name: 'Cambiar de plan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Revisar el cambio' }).click()
    await dialog.getByText('Tu cuenta').waitFor()
    // The next invoice of the review is the last to come.
    await dialog.getByText('Tu próxima factura es el').waitFor()
    first ??= await days(page)
    // Each invoice has its day, and so have the next payment and the lines of the review.
    expect(first.length).toBeGreaterThan(2 + (await panel.locator('[part~=card-invoices] tbody tr').count()))
    await expect.poll(() => days(page), { timeout: 15_000, message: timezoneId }).toEqual(first)
    expect(troubles).toEqual([])
    await page.context().close()
  }
  // A midnight in Mexico City is the evening before in Tijuana.
  expect(first!.filter((day) => /^1 /.test(day)).length).toBeGreaterThan(0)
})

it('leads from the link of a reminder to having paid, without signing in', { timeout: 240_000 }, async () => {
  const email = 'rosa@florerias-rosa.mx'
  const { ecosystem } = await post('/v1/trials', { catalogue: 'erp', email, company: 'Florerías Rosa' })
  await post('/sandbox/clock', { advanceBy: 'P24D' })
  const { messages } = await (await fetch(`${stage.url}/sandbox/mail`)).json()
  const mail = messages.find(
    ({ to, text }: { to: string; text: string }) => to === email && /waizant-link/.test(text),
  )
  const [link] = /http\S+waizant-link=\S+/.exec(mail.text)!
  const { page, troubles } = await stage.visitor()
  await page.goto(link!.replace(/^https?:\/\/[^/]+/, ''))
  await page.locator('waizant-plan-picker[ready]').waitFor()
  await page.locator('waizant-plan-picker').getByRole('link', { name: 'Contratar Básico' }).click()
  await payWith(page, cards.good)
  await page.locator('#purchase[data-status=complete]').waitFor()
  expect(await page.locator('#purchase').innerText()).toContain(ecosystem)
  expect(troubles).toEqual([])
  const { ecosystems } = await (await fetch(`${stage.url}/sandbox/ecosystems`)).json()
  expect(ecosystems.find(({ id }: { id: string }) => id === ecosystem).status).toBe('active')
})
