import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ecosystem: string
beforeAll(async () => {
  stage = await openStage()
  const answer = await fetch(`${stage.url}/sandbox/ecosystems`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ catalogue: 'waizant', plan: 'premium', company: 'Hospital Ejemplo' }),
  })
  ecosystem = ((await answer.json()) as { ecosystem: string }).ecosystem
})
afterAll(() => stage.close())

const frameworks = ['plain', 'react', 'vue', 'svelte', 'angular']

it.each(frameworks)(
  'a %s page shows prices, sets a property, and hears which plan was chosen',
  async (framework) => {
    const { page, troubles } = await stage.visitor()
    await page.goto(`/examples/${framework}/`)
    const picker = page.locator('waizant-plan-picker')
    await picker.getByText('$').first().waitFor()
    await page.getByRole('button', { name: 'Ver por año' }).click()
    await picker.locator('input[value=year]:checked').waitFor()
    expect(await picker.getAttribute('interval')).toBe('year')
    expect(await picker.getByText('Precios con IVA.').isVisible()).toBe(true)
    await page.locator('waizant-plan-picker[ready]').waitFor()
    await picker.locator('a[data-plan=basico]:visible').first().click()
    await page.getByText('Elegiste basico').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/examples/${framework}/`)
    expect(troubles).toEqual([])
  },
)

it.each(frameworks)(
  'a %s page shows a signed-in customer their billing and opens what acts on it',
  async (framework) => {
    const { page, troubles } = await stage.visitor()
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== new URL(stage.url).origin) elsewhere.push(request.url())
    })
    await page.goto(`/examples/${framework}/?as=${ecosystem}`)
    await page.locator('waizant-billing-panel').getByText('Hospital Ejemplo').first().waitFor()
    await page.locator('waizant-encounter-purchase').getByRole('radio').first().waitFor()
    await page.getByRole('button', { name: 'Cambiar de plan' }).last().click()
    await page.locator('waizant-plan-change[opened]').getByRole('dialog').waitFor()
    // The payment provider's code loads with the payment step, not with the page.
    expect(elsewhere).toEqual([])
    expect(troubles).toEqual([])
  },
)

it('the plain page allows nothing that is not its own, and nothing on it asks for more', async () => {
  const { page, troubles } = await stage.visitor()
  await page.goto('/examples/plain/')
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).not.toMatch(/unsafe|https?:/)
  await page.locator('waizant-plan-picker[ready]').waitFor()
  expect(troubles).toEqual([])
})
