import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanList } from '#contract/plan'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const plans = async (query: string, headers = {}) => world.send(`/v1/catalogues/${query}`, { headers })

describe('GET /v1/catalogues/{catalogue}/plans', () => {
  it('matches its schema, in each catalogue, language and currency', async () => {
    for (const query of [
      'erp/plans?currency=MXN',
      'erp/plans?currency=USD&locale=en',
      'waizant/plans',
      'waizant/plans?locale=en',
    ])
      expect(PlanList.parse((await plans(query)).body)).toBeTruthy()
  })

  it('has the prices, savings and limits of the ERP document', async () => {
    const { body } = await plans('erp/plans?currency=MXN&locale=es-MX')
    const [basico, pro, enterprise] = body.plans
    expect(body.annualDiscountPercent).toBe(15)
    expect(body.trial).toEqual({ days: 30, maxUsers: 5, cardRequired: false })
    expect(basico.prices).toMatchObject({
      month: { text: '$999.00' },
      year: { text: '$10,189.00' },
      yearSavings: { text: '$1,799.00' },
    })
    expect(pro.prices).toMatchObject({
      month: { text: '$2,499.00' },
      year: { text: '$25,490.00' },
      yearSavings: { text: '$4,498.00' },
    })
    expect(enterprise.prices).toEqual({ month: null, year: null, yearSavings: null, yearPerMonth: null })
    expect(enterprise.contactSales).toBe(true)
    expect(basico.limits).toEqual({ users: 10, branches: 99, products: null, transactions: null })
    expect(pro.limits.users).toBe(50)
    expect(enterprise.limits.users).toBeNull()
  })

  it('shows the actual annual saving in dollars, not the document’s wrong figure', async () => {
    const { body } = await plans('erp/plans?currency=USD&locale=en')
    expect(body.plans[0].prices.yearSavings).toEqual({ amount: 10_700, currency: 'USD', text: '$107.00' })
    expect(body.plans[1].prices.yearSavings.amount).toBe(26_800)
  })

  it('has every row of the document’s comparison table', async () => {
    const { body } = await plans('erp/plans?currency=MXN&locale=es-MX')
    const rows = body.comparison.flatMap((group: { rows: object[] }) => group.rows)
    const table = Object.fromEntries(
      rows.map((row: { name: string; values: Record<string, unknown> }) => [
        row.name,
        Object.values(row.values),
      ]),
    )
    expect(table).toMatchObject({
      'Precio mensual': ['$999.00', '$2,499.00', 'Personalizado'],
      Usuarios: ['10', '50', 'Ilimitados'],
      Sucursales: ['99', '99', '99'],
      'ERP completo': [true, true, true],
      'PDV con turnos': [true, true, true],
      'Facturación CFDI': [true, true, true],
      'E-commerce': [true, true, true],
      'App móvil PWA': [true, true, true],
      'Chatbot IA web': [true, true, true],
      'Chatbot WhatsApp': [false, true, true],
      Personalización: [false, true, true],
      Soporte: ['24-48 h', '12-24 h', '2-4 h'],
      'Chat en vivo': [false, 'Horario laboral', '24/7'],
      'Gerente dedicado': [false, false, true],
      SLA: ['Estándar', 'Estándar', '99.9%'],
      Capacitación: ['Docs', '2 horas', 'Ilimitada'],
      'Desarrollos custom': [false, false, true],
    })
  })

  it('has the plans of the medical platform, each with everything of the previous one', async () => {
    const { body } = await plans('waizant/plans?locale=en')
    expect(body.plans.map((plan: { id: string }) => plan.id)).toEqual([
      'free-trial',
      'lite',
      'plus',
      'premium',
    ])
    const has = (plan: number) =>
      body.plans[plan].features.flatMap((one: { name: string; included: boolean }) =>
        one.included ? [one.name] : [],
      )
    expect(has(1)).toEqual(['Schedule', 'LabelLinx', 'MileLinx', 'Waizant Chat'])
    expect(has(3)).toEqual(has(0))
    expect(has(2)).not.toContain('Waizant RCM')
    expect(body.plans[2].prices.year.amount).toBe(body.plans[2].prices.month.amount * 12 * 0.8)
  })

  it('multiplies packages without losing a cent', async () => {
    const { body } = await plans('waizant/plans?locale=en')
    for (const plan of body.plans)
      for (const { packages } of plan.parameters)
        for (const one of [...packages.month, ...packages.year])
          expect(one.total.amount).toBe(one.unit.amount * one.quantity)
  })

  it('answers 304 for a known validator, even through a compressing proxy', async () => {
    const { headers } = await plans('erp/plans?currency=MXN')
    const etag = headers.get('ETag')!
    expect(etag).toMatch(/^"[\w-]+"$/)
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await plans('erp/plans?currency=MXN', { 'If-None-Match': known })
      expect([again.status, again.text]).toEqual([304, ''])
    }
    expect((await plans('erp/plans?currency=USD', { 'If-None-Match': etag })).status).toBe(200)
  })

  it('uses the requested language, else the caller’s, else Spanish', async () => {
    const name = async (query: string, headers = {}) => (await plans(query, headers)).body.plans[0].name
    expect(await name('erp/plans')).toBe('Básico')
    expect(await name('erp/plans', { 'Accept-Language': 'en-US' })).toBe('Basic')
    expect(await name('erp/plans?locale=es-MX', { 'Accept-Language': 'en-US' })).toBe('Básico')
  })

  it('uses the catalogue’s own currency when the requested one is not sold', async () => {
    expect((await plans('waizant/plans?currency=MXN')).body.currency).toBe('USD')
  })

  it('refuses an unknown catalogue, currency or path with a text', async () => {
    const catalogue = await plans('nada/plans', { 'Accept-Language': 'en' })
    expect(catalogue.status).toBe(404)
    expect(catalogue.headers.get('Content-Type')).toContain('application/problem+json')
    expect(catalogue.body).toMatchObject({
      code: 'unknown-catalogue',
      detail: 'There is no catalogue “nada”.',
      status: 404,
    })
    expect((await plans('erp/plans?currency=EUR')).body).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'currency', message: 'Elige una de: MXN, USD.' }],
    })
    expect((await plans('%00/plans')).status).toBe(400)
    expect((await plans('erp/nada')).body.code).toBe('not-found')
  })

  it('is open to every origin, and says so to a preflight', async () => {
    expect(
      (await plans('erp/plans', { Origin: 'https://any.example' })).headers.get(
        'Access-Control-Allow-Origin',
      ),
    ).toBe('*')
    const preflight = await world.send('/v1/checkouts', {
      method: 'OPTIONS',
      headers: { Origin: 'https://any.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key')
  })

  it('gives every answer an id', async () => {
    const ids = [
      (await plans('erp/plans')).headers.get('X-Request-Id'),
      (await plans('x')).headers.get('X-Request-Id'),
    ]
    expect(new Set(ids).size).toBe(2)
    expect(ids).not.toContain(null)
  })
})
