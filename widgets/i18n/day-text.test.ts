import { credit, invoice, invoiceList, paying } from '../fixtures/billing.ts'
import { money } from '../fixtures/customer.ts'
import { clinic, seatQuote } from '../fixtures/purchases.ts'
import { periodEnd } from '../fixtures/quotes.ts'
import { connect } from '../stores/connect.ts'
import { billingServer, panel, press as pressIn, says as saysIn, textOf } from '../testing/billing.ts'
import { billingAnswers } from '../testing/billing-answers.ts'
import { customerAnswers, on, paths } from '../testing/customer-answers.ts'
import { expect } from '../testing/expect.ts'
import { json } from '../testing/fake-server.ts'
import { clear, mount, one, until } from '../testing/page.ts'
import { customerServer, planChange, press, said } from '../testing/plan-change.ts'
import { press as pressSeats, purchaseElement, purchaseServer } from '../testing/purchase.ts'
import { purchasePaths } from '../testing/purchase-answers.ts'
import { said as saidOf } from '../testing/purchase-states.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { dayText } from './day-text.ts'
import '../elements/balance-badge/balance-badge.ts'

/** Noon in UTC is the 30th in the west and the 1st in the far east, so no single browser time zone shows both. */
const at = '2026-11-30T11:30:00Z'
const zones: [string, string, RegExp][] = [
  ['Pacific/Kiritimati', '1 de diciembre', /1 dic/],
  ['America/Tijuana', '30 de noviembre', /30 nov/],
]

describe('A day is the one that it is where the ecosystem is, in every browser', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  for (const [timeZone, day, short] of zones) {
    it(`in the panel and its invoices: ${timeZone}`, async () => {
      const billing = paying({
        timeZone,
        nextPayment: { date: at, amount: money(100) },
        lastPayment: { date: at, amount: money(200) },
      })
      billingServer(billingAnswers(billing, invoiceList([invoice(1, { at })])))
      const element = panel()
      await saysIn(element, `El ${day} pagas`)
      await saysIn(element, `Tu último pago fue de $2.00, el ${day}.`)
      await until(() => short.test(textOf(element)))
    })

    it(`in the balance: ${timeZone}`, async () => {
      const balance = { ...credit(), timeZone }
      balance.movements[0]!.at = at
      billingServer([on('GET', paths.balance, balance)])
      const element = mount('<waizant-balance-badge></waizant-balance-badge>')
      const movements = await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part=movements]'))
      movements.showPopover()
      expect(short.test(movements.innerText)).toBe(true)
    })

    it(`in the seats: ${timeZone}`, async () => {
      const nextInvoice = { date: at, amount: money(100) }
      const quote = on('POST', purchasePaths.licencePrice, () =>
        json(seatQuote(9, { timeZone, nextInvoice })),
      )
      purchaseServer(quote, on('GET', paths.billing, clinic({ timeZone })))
      const element = purchaseElement('waizant-licence-purchase')
      await pressSeats(element, 'Agregar una')
      await until(() => saidOf(element).includes(`Se suma a tu factura del ${day}`))
    })

    it(`in the review of a change: ${timeZone}`, async () => {
      const nextInvoice = { date: at, amount: money(100) }
      const quote = periodEnd({ timeZone, effectiveAt: at, nextInvoice })
      const element = await planChange(customerServer(...customerAnswers({ quote })))
      await element.open()
      await press(element, 'Revisar el cambio')
      await until(() => said(element).split(day).length > 2)
    })
  }

  it('and in a browser that is older than the name of the zone there is a day', () => {
    expect(/nov|dic/.test(dayText(at, 'es-MX', 'Mars/Olympus_Mons'))).toBe(true)
  })
})

describe('Where the days begin', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('is said in the panel and changed there', async () => {
    let timeZone = 'America/Mexico_City'
    const server = billingServer([
      on('PUT', '/v1/ecosystems/legacy533/time-zone', () => {
        timeZone = 'Asia/Tokyo'
        return json(paying({ timeZone }))
      }),
      on('GET', paths.billing, () => json(paying({ timeZone }))),
      ...billingAnswers(),
    ])
    const element = panel()
    await pressIn(element, 'Zona horaria: Ciudad de México')
    const zones = await until(() => element.shadowRoot!.querySelector<HTMLSelectElement>('[part=zones]'))
    expect(zones.value).toBe('America/Mexico_City')
    expect(zones.labels[0]!.innerText).toContain('Zona horaria')
    zones.value = 'Asia/Tokyo'
    zones.dispatchEvent(new Event('change', { bubbles: true }))
    await saysIn(element, 'Tus fechas siguen ahora la hora de Japón.')
    await saysIn(element, 'Zona horaria: Japón')
    expect(server.asked('PUT', '/v1/ecosystems/legacy533/time-zone')[0]!.body).toEqual({
      timeZone: 'Asia/Tokyo',
    })
    expect(one(element, '[part=base]').querySelector('[part=zones]')).toBe(null)
  })
})
