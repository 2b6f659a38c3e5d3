import { afterAll, beforeAll, expect, it } from 'vitest'
import { InvoiceList } from '#contract/invoice'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let ecosystem: string
beforeAll(async () => {
  world = await openWorld()
  const request = { catalogue: 'erp', plan: 'basico', currency: 'MXN', company: 'Dos Años' }
  ecosystem = (await world.send('/sandbox/ecosystems', { body: request })).body.ecosystem
})
afterAll(() => world.close())

const invoices = async (query = '', of = ecosystem) =>
  world.send(`/v1/ecosystems/${of}/invoices${query}`, { headers: await world.signIn(ecosystem) })

it('lists what was paid, line by line, with its document', async () => {
  const { body } = await invoices()
  expect(InvoiceList.parse(body)).toMatchObject({
    invoices: [
      {
        status: 'paid',
        total: { amount: 99_900, currency: 'MXN', text: '$999.00' },
        amountPaid: { amount: 99_900 },
        balanceUsed: { amount: 0 },
        lines: [{ amount: { amount: 99_900 } }],
        pdfUrl: expect.stringMatching(/^http/),
      },
    ],
    nextCursor: null,
  })
})

it('shows what the balance paid, and pages through two years of renewals without losing or repeating one', async () => {
  const stripe = stripeOf(world.stripe)
  const { data } = await stripe.customers.list({ limit: 1 })
  await stripe.customers.createBalanceTransaction(data[0]!.id, { amount: -30_000, currency: 'mxn' })
  for (let month = 0; month < 23; month++) await world.advanceBy('P1M')
  const first = (await invoices()).body
  const second = (await invoices(`?cursor=${first.nextCursor}`)).body
  const all = [...first.invoices, ...second.invoices]
  expect([first.invoices.length, second.nextCursor]).toEqual([20, null])
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const sum = (of: 'total' | 'amountPaid' | 'balanceUsed') =>
    all.reduce((total: number, invoice) => total + invoice[of].amount, 0)
  const settled = all.filter(({ status }) => status === 'paid').length
  expect(settled).toBeGreaterThanOrEqual(23)
  expect(sum('balanceUsed')).toBe(30_000)
  expect(sum('amountPaid') + sum('balanceUsed')).toBe(settled * 99_900)
})

it('are shown to no other caller, and an invalid cursor is refused', async () => {
  expect((await invoices('', 'otra')).status).toBe(404)
  for (const cursor of ['x', '1', '1.%00', '9'.repeat(40)])
    expect((await invoices(`?cursor=${cursor}`)).body).toMatchObject({
      status: 400,
      errors: [{ path: 'cursor' }],
    })
})
