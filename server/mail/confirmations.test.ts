import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindRenewal } from '../actions/subscriptions/remind-renewal.ts'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { type Customer, newCustomer } from '../testing/customer.ts'
import { mailTo } from '../testing/mail.ts'
import { openWorld, type World } from '../testing/world.ts'

describe('mail about what was bought', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.advanceTo('2027-01-10T16:00:00Z')
  })
  afterAll(() => world.close())

  const mail = async ({ id }: Customer) => {
    await world.settled()
    return mailTo(world, (await ecosystemById(world.deps.db, id))!.email)
  }
  const texts = async (ana: Customer) => (await mail(ana)).map(({ text }) => text)

  it('welcomes with the next payment as the provider previews it', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const [welcome, ...others] = await mail(ana)
    expect(others).toEqual([])
    expect(welcome!.text).toContain('Próximo pago: 10 de febrero de 2027')
    expect(welcome!.text).toContain(`Importe: ${(await ana.billing()).nextPayment.amount.text} MXN`)
  })

  it('is a receipt for encounters with the exact unit price and total, once, even when the event comes again', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
    const { body: price } = await ana.post('encounters/preview', { quantity: 100 })
    const { amount, currency } = price.total
    const order = { quantity: 100, expectedTotal: { amount, currency } }
    await world.pay((await ana.post('encounters', order)).body.id)
    await world.advanceBy('PT2H')
    const receipts = (await mail(ana)).filter(({ subject }) => subject.startsWith('Tu compra'))
    expect(receipts).toHaveLength(1)
    expect(receipts[0]!.text).toContain('Encounters: 100')
    expect(receipts[0]!.text).toContain(`Pagaste: ${price.total.text.replace('\u00a0', ' ')}`)
  })

  it('confirms a change of plan with what was charged and what is left', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    const { body: quote } = await ana.preview('pro')
    expect((await ana.confirm(quote.quoteId)).status).toBe(200)
    const [, changed] = await texts(ana)
    expect(changed).toContain('cambió de Básico a Pro')
    expect(changed).toContain(`Pagaste hoy: ${quote.dueNow.text} MXN`)
    expect(await mail(ana)).toHaveLength(2)
  })

  it('announces a scheduled change, and says that it is off when not all users would fit', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const { body: quote } = await ana.preview('basico')
    await ana.confirm(quote.quoteId)
    await ana.users(12)
    await world.advanceBy('P31D')
    const subjects = (await mail(ana)).map(({ subject }) => subject)
    expect(subjects).toContain('Cambias a Básico el 10 de febrero de 2027')
    expect(subjects).toContain('Sigues con Pro: no caben todos en Básico')
    expect((await texts(ana)).join()).toContain('hay 12 personas y ese plan tiene 10 lugares')
  })

  it('is a receipt for a renewal, with its invoice, and one reminder even when several processes find it due', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', licences: 2 })
    await world.advanceBy('P31D')
    const [receipt, ...others] = (await mail(ana)).filter(({ subject }) => subject.startsWith('Recibimos'))
    expect(others).toEqual([])
    const [paid] = await ana.invoices()
    expect(receipt!.text).toContain(`Factura: ${paid!.number}`)
    expect(receipt!.text).toContain(`Descargar la factura (PDF): ${paid!.invoice_pdf}`)

    const reminders = async () =>
      (await mail(ana)).map(({ subject }) => subject).filter((subject) => subject.includes('se renueva'))
    const before = (await reminders()).length
    const tenHoursBefore = Date.parse((await ana.billing()).nextPayment.date) - 10 * 60 * 60 * 1000
    world.sandbox.clock.advanceTo(new Date(tenHoursBefore))
    await Promise.all([1, 2, 3, 4].map(() => remindRenewal(world.deps, ana.id)))
    expect((await reminders()).slice(before)).toEqual(['Tu plan Plus se renueva mañana'])
  })

  it('confirms licences once for each order, in the same words as the account', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
    await ana.post('licences', { quantity: 8 })
    await ana.post('licences', { quantity: 8 })
    await ana.post('licences', { quantity: 6 })
    const received = (await mail(ana)).map(({ subject }) => subject).slice(1)
    expect(received).toEqual(['Ahora tienes 8 licencias', 'Ahora tienes 6 licencias'])
    expect((await ana.billing()).licences.total).toBe(6)
  })
})
