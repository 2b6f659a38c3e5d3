import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backOffice } from '../../testing/back-office.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let admin: Awaited<ReturnType<typeof backOffice>>
let ecosystem: string
beforeAll(async () => {
  world = await openWorld()
  admin = await backOffice(world)
  const body = { catalogue: 'erp', plan: 'pro', interval: 'month', currency: 'MXN', licences: 0 }
  ecosystem = (await world.send('/sandbox/ecosystems', { body })).body.ecosystem
  for (const name of ['=HYPERLINK("https://evil.example","Ana")', '+52 1', '@SUM(A1)', '100% Café_1'])
    await world.send('/v1/leads', {
      body: {
        catalogue: 'erp',
        plan: 'enterprise',
        name,
        company: 'Café',
        email: 'ana@cafe.mx',
        message: '-1+1',
      },
    })
})
afterAll(() => world.close())

const list = async (path: string) => (await admin.ask(`/v1/admin/${path}`)).body

it('lists paying customers, with their plan, past payments and next payment', async () => {
  const { customers, total, page, pages } = await list('customers')
  expect([total, page, pages]).toEqual([1, 1, 1])
  expect(customers[0]).toMatchObject({
    ecosystem,
    plan: 'pro',
    planVersion: 1,
    interval: 'month',
    currency: 'MXN',
    status: 'active',
    providerId: expect.stringMatching(/^cus_/),
    nextPayment: { amount: { amount: 249_900 } },
  })
  expect(customers[0].paid.amount).toBeGreaterThan(0)
})

it('lists every ecosystem with its database', async () => {
  const { ecosystems } = await list('ecosystems')
  expect(ecosystems).toMatchObject([
    { id: ecosystem, provisioned: true, database: expect.stringMatching(/^waizant_tickets_\d{6}$/) },
  ])
})

it('finds text literally, in any part and case, one page at a time', async () => {
  expect((await list('leads?search=CAF%C3%89')).total).toBe(4)
  expect((await list(`leads?search=${encodeURIComponent('100% café_')}`)).total).toBe(1)
  expect((await list('leads?search=%25')).total).toBe(1)
  expect((await list(`leads?search=${encodeURIComponent("' or 1=1")}`)).total).toBe(0)
  expect(await list('leads?page=2')).toMatchObject({ leads: [], page: 2, pages: 1, total: 4 })
})

it.each(['page=0', 'page=-1', 'page=1.5', 'page=x', 'search=%00', `search=${'x'.repeat(101)}`])(
  'refuses %s at its name',
  async (query) => {
    const { status, body } = await admin.ask(`/v1/admin/leads?${query}`)
    expect([status, body.errors[0].path]).toEqual([400, query.split('=')[0]])
  },
)

it('writes spreadsheets whose texts never become formulas', async () => {
  const answer = await world.app.request('/v1/admin/leads.xlsx', { headers: admin.headers })
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="prospectos-\d{4}-\d\d-\d\d\.xlsx"$/,
  )
  const file = Buffer.from(await answer.arrayBuffer())
  const [{ data }] = (await readXlsxFile(file)) as unknown as [{ data: unknown[][] }]
  expect(data[0]).toEqual([
    'Id',
    'Catálogo',
    'Plan',
    'Nombre',
    'Empresa',
    'Correo',
    'Teléfono',
    'Mensaje',
    'Idioma',
    'Fecha',
  ])
  expect(data.slice(1).map((row) => row[3])).toEqual(
    expect.arrayContaining(['=HYPERLINK("https://evil.example","Ana")', '+52 1', '@SUM(A1)', '100% Café_1']),
  )
  expect(data[1]![9]).toBeInstanceOf(Date)
  const sheets = Object.entries(unzipSync(file)).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  expect(sheets).toHaveLength(1)
  expect(strFromU8(sheets[0]![1])).not.toMatch(/<f[ >]/)
})

it.each(['_x0041_', 'a_x000D_b_x000A_', '_x005F_x0041_', '_X00e9_', '_x0041', '__x0041__'])(
  'writes %s into a spreadsheet as it was typed',
  async (company) => {
    const lead = { catalogue: 'erp', plan: 'enterprise', name: 'Ana', company, email: 'ana@cafe.mx' }
    expect((await world.send('/v1/leads', { body: lead })).status).toBe(201)
    const path = `/v1/admin/leads.xlsx?search=${encodeURIComponent(company)}`
    const answer = await world.app.request(path, { headers: admin.headers })
    const sheet = Object.values(unzipSync(Buffer.from(await answer.arrayBuffer())))
    // A spreadsheet reads `_xHHHH_` in a text as the character with that code.
    const read = sheet.map((file) =>
      strFromU8(file).replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    )
    expect(read.some((text) => text.includes(`>${company}<`))).toBe(true)
  },
)

it('writes amounts as numbers and searches as the list does', async () => {
  const answer = await world.app.request(`/v1/admin/customers.xlsx?search=${ecosystem}`, {
    headers: { ...admin.headers, 'Accept-Language': 'en' },
  })
  const [{ data }] = (await readXlsxFile(Buffer.from(await answer.arrayBuffer()))) as unknown as [
    { data: unknown[][] },
  ]
  expect(data).toHaveLength(2)
  expect(data[1]![data[0]!.indexOf('Next payment’s amount')]).toBe(2499)
})

it('is for the back office only', async () => {
  for (const path of [
    'customers',
    'customers.xlsx',
    'leads',
    'leads.xlsx',
    'ecosystems',
    'ecosystems.xlsx',
  ]) {
    expect((await world.send(`/v1/admin/${path}`)).status).toBe(401)
    const buyer = await world.signIn(ecosystem)
    expect((await world.send(`/v1/admin/${path}`, { headers: buyer })).status).toBe(403)
  }
})
