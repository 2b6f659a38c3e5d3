import { afterAll, beforeAll, expect, it } from 'vitest'
import { InvoiceList } from '#contract/invoice'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { balanceReason } from '../../words/balance.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const read = async ({ id, signedIn }: Customer, what: string, language: string) =>
  (
    await world.send(`/v1/ecosystems/${id}/${what}`, {
      headers: { ...signedIn, 'Accept-Language': language },
    })
  ).body

const linesIn = async (customer: Customer, language: string) =>
  InvoiceList.parse(await read(customer, 'invoices', language)).invoices.flatMap(({ lines }) =>
    lines.map(({ description }) => description),
  )

it('invoice lines are written from their facts: plan, seats, their part of a period, services and purchases', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', locale: 'es-MX' })
  await world.advanceBy('P3D')
  await ana.post('licences', { quantity: 8 })
  await ana.use('build-schedule', 4)
  const { body: order } = await ana.post('encounters/preview', { quantity: 500 })
  const { body: bought } = await ana.post('encounters', { quantity: 500, expectedTotal: order.total })
  await world.send(`/sandbox/checkouts/${bought.checkout.id}/pay`, { body: {} })
  await world.settled()
  await world.advanceBy('P1M')

  const [english, spanish] = [await linesIn(ana, 'en'), await linesIn(ana, 'es-MX')]
  expect(english).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Plus, December 1, 2026 to December 31, 2026$/),
      expect.stringMatching(/^3 additional Plus licences, December 1, 2026 to December 31, 2026$/),
      expect.stringMatching(
        /^3 additional Plus licences for the rest of the period, November \d+, 2026 to November 30, 2026$/,
      ),
      expect.stringMatching(/^4 × Build Schedule$/),
      expect.stringMatching(/^500 × Encounters$/),
    ]),
  )
  expect(spanish).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Plus, del 1 de diciembre de 2026 al 31 de diciembre de 2026$/),
      expect.stringMatching(/^3 licencias adicionales de Plus, del 1 de diciembre/),
      expect.stringMatching(
        /^3 licencias adicionales de Plus por el resto del periodo, del \d+ de noviembre/,
      ),
    ]),
  )
  const exported = await world.send(`/v1/ecosystems/${ana.id}/export`, {
    headers: { ...ana.signedIn, 'Accept-Language': 'en' },
  })
  expect(exported.status).toBe(200)
})

it('keeps the original text of a line that a person wrote at the provider', async () => {
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  await ana.stripe.invoiceItems.create({
    customer: ana.provider,
    amount: 50_000,
    currency: 'mxn',
    description: 'Capacitación en sitio',
  })
  await world.advanceBy('P1M')
  await world.advanceBy('PT2H')
  expect(await linesIn(ana, 'en')).toContain('Capacitación en sitio')
})

it('a balance movement names its direction, in the reader’s language', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'premium' })
  await world.advanceBy('P1D')
  const quote = quoteIn(await ana.preview('lite'))
  doneIn(await ana.confirm(quote.quoteId))
  await world.advanceBy('P1M')
  const received = async (language: string) =>
    (await read(ana, 'balance', language)).movements.map(
      ({ amount, reason }: { amount: { amount: number }; reason: string }) => [amount.amount > 0, reason],
    )
  expect(await received('es-MX')).toEqual([
    [false, 'Usado en una factura'],
    [true, 'A tu favor por una factura'],
  ])
  expect(await received('en')).toEqual([
    [false, 'Used on an invoice'],
    [true, 'Credit from an invoice'],
  ])
})

it.each([
  'adjustment',
  'applied_to_invoice',
  'credit_note',
  'invoice_too_large',
  'invoice_too_small',
  'of_tomorrow',
])('and so does every kind: %s', (kind) => {
  for (const locale of ['es-MX', 'en'] as const)
    expect(balanceReason(kind, 100, locale)).not.toBe(balanceReason(kind, -100, locale))
})
