import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { customers, invoices, usage } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let ecosystem: string
beforeAll(async () => {
  world = await openWorld()
  const body = { catalogue: 'waizant', plan: 'plus', company: 'Clínica Ñandú', licences: 2 }
  ecosystem = (await world.send('/sandbox/ecosystems', { body })).body.ecosystem
})
afterAll(() => world.close())

/** Keeps the byte order mark. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The unpacked archive: its files' names and texts. */
const exported = async (headers: Record<string, string> = {}) => {
  const response = await world.app.request(`/v1/ecosystems/${ecosystem}/export`, {
    headers: { ...(await world.signIn(ecosystem)), ...headers },
  })
  expect(response.status).toBe(200)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const texts = Object.entries(files).map(([name, bytes]) => [name, utf8.decode(bytes)] as const)
  return { headers: response.headers, files: Object.fromEntries(texts) as Record<string, string> }
}

const rowsOf = (text: string) => text.trimEnd().split('\r\n').slice(1)

it('is a ZIP of CSV files in the reader’s language, with a name to keep it by', async () => {
  const { headers, files } = await exported()
  expect(headers.get('Content-Type')).toBe('application/zip')
  expect(headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="facturacion-clinica-nandu-\d{4}-\d\d-\d\d\.zip"$/,
  )
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(Object.keys(files)).toEqual([
    'ecosistema.csv',
    'suscripciones.csv',
    'facturas.csv',
    'facturas-conceptos.csv',
    'saldo-a-favor.csv',
    'compras.csv',
    'servicios-usados.csv',
    'cancelaciones.csv',
  ])
  for (const text of Object.values(files)) expect(text.startsWith('\uFEFF')).toBe(true)
  expect(files['ecosistema.csv']).toMatch(/^\uFEFFEcosistema,Empresa,.*\r\nclinica-nandu,Clínica Ñandú,/)
  expect(files['cancelaciones.csv']).toBe('\uFEFFFecha,Motivo,Comentario,Deshecha\r\n')
  const { files: english } = await exported({ 'Accept-Language': 'en' })
  expect(english['invoices.csv']).toMatch(/^\uFEFFInvoice,Number,Date,Status,Total/)
})

it('has exact amounts with their currency, ISO times, and no text that a spreadsheet would run', async () => {
  const { db } = world.deps
  const [customer] = await db.select().from(customers)
  await stripeOf(world.stripe).customers.createBalanceTransaction(customer!.providerId, {
    amount: 1_205,
    currency: 'usd',
  })
  await world.send(`/v1/ecosystems/${ecosystem}/cancellation`, {
    body: { reason: 'other', comment: '=HYPERLINK("http://malo.mx","Mira, esto")' },
    headers: { ...(await world.signIn(ecosystem)), 'Idempotency-Key': newId('key') },
  })
  await world.settled()
  const { files } = await exported()
  expect(rowsOf(files['saldo-a-favor.csv']!)).toEqual([
    expect.stringMatching(/^cbtxn_\w+,\d{4}-\d\d-\d\dT[\d:.]+Z,-12\.05,USD,Ajuste que baja tu saldo,$/),
  ])
  expect(files['cancelaciones.csv']).toContain(`,other,"'=HYPERLINK(""http://malo.mx"",""Mira, esto"")",`)
  const [invoice] = await db.select().from(invoices)
  const decimal = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
  expect(rowsOf(files['facturas.csv']!)).toEqual([
    expect.stringContaining(`,paid,${decimal(invoice!.total)},${decimal(invoice!.amountPaid)},0.00,USD,`),
  ])
  expect(rowsOf(files['facturas-conceptos.csv']!)).toHaveLength(invoice!.lines.length)
  expect(rowsOf(files['suscripciones.csv']!)).toEqual([
    expect.stringMatching(/^sub_\w+,Plus,1,month,USD,active,2,/),
  ])
})

it('has every row once, for any number of rows', async () => {
  const at = world.deps.clock.now()
  const many = Array.from({ length: 1_234 }, (_, index) => ({
    ecosystem,
    usageId: `uso-${index}`,
    service: 'audit-case',
    units: 2,
    unit: 500,
    currency: 'USD' as const,
    // Many rows with the same time, so that a page ends among them.
    at: new Date(at.getTime() - (index % 3) * 1_000),
    status: 'billed' as const,
  }))
  await world.deps.db.insert(usage).values(many)
  const rows = rowsOf((await exported()).files['servicios-usados.csv']!)
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(1_234)
  expect(rows).toHaveLength(1_234)
  expect(rows[0]).toMatch(/,Audit Case,2,5\.00,10\.00,USD,billed$/)
})

it('is available after the end, to every member and to no other caller', async () => {
  await world.advanceBy('P40D')
  const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
  const { files } = await exported({ Authorization: `Bearer ${body.token}` })
  expect(files['ecosistema.csv']).toContain(',canceled,Plus,')
  const other = await world.send('/sandbox/ecosystems', {
    body: { catalogue: 'erp', plan: 'basico', currency: 'MXN', company: 'Otra' },
  })
  const headers = await world.signIn(other.body.ecosystem)
  expect((await world.send(`/v1/ecosystems/${ecosystem}/export`, { headers })).status).toBe(404)
})
