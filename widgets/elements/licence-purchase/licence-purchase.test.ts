import { clinic, seatQuote, usd } from '../../fixtures/purchases.ts'
import { connect } from '../../stores/connect.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, lost, problem } from '../../testing/fake-server.ts'
import { clear, one, until } from '../../testing/page.ts'
import { buttonNamed, press, purchaseElement, purchaseServer, says, type } from '../../testing/purchase.ts'
import { purchasePaths } from '../../testing/purchase-answers.ts'
import { said } from '../../testing/purchase-states.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const element = (attributes?: string) => purchaseElement('waizant-licence-purchase', attributes)

describe('<waizant-licence-purchase>', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('shows the seats and what was used of the services since the last invoice', async () => {
    purchaseServer()
    const shop = element()
    await says(shop, '6 en uso 5 incluidas en tu plan 3 adicionales')
    expect(said(shop)).toContain('Build Schedule $3.50 por uso $42.00 12 desde tu última factura')
    expect(said(shop)).toContain('Sin uso desde tu última factura')
  })

  it('shows what more seats add to the next invoice, line by line, and orders exactly that', async () => {
    const server = purchaseServer(
      on('GET', paths.billing, (times) =>
        json(times ? clinic({ licences: { ...clinic().licences, total: 10, bought: 5 } }) : clinic()),
      ),
    )
    const shop = element()
    const received: unknown[] = []
    shop.addEventListener('waizant-purchase-completed', (event) => received.push(event.purchase))
    await press(shop, 'Agregar una')
    await press(shop, 'Agregar una')
    await says(shop, 'Se suma a tu factura del 1 de diciembre $5.24')
    expect(said(shop)).toContain('5 licencias adicionales de Plus por el resto del periodo $13.10')
    expect(said(shop)).toContain('Hoy no pagas nada.')
    await press(shop, 'Agregar 2 licencias')
    await says(shop, 'Listo, tienes 10 licencias.')
    const [sent] = server.asked('POST', purchasePaths.licences)
    expect(sent!.body).toEqual({
      quantity: 10,
      at: seatQuote(10).at,
      expectedTotal: { amount: 524, currency: 'USD' },
    })
    expect(received).toEqual([
      { kind: 'licences', quantity: 10, dueNow: { amount: 0, currency: 'USD' }, onNextInvoice: usd(524) },
    ])
  })

  it('takes seats away, not below those in use, and says why', async () => {
    purchaseServer()
    const shop = element()
    await press(shop, 'Quitar una')
    await press(shop, 'Quitar una')
    await says(shop, 'Tienes 6 en uso: no puedes bajar de ahí.')
    expect(buttonNamed(shop, 'Quitar una')!.disabled).toBe(true)
    await says(shop, 'Se descuenta de tu factura del 1 de diciembre -$5.24')
    expect(buttonNamed(shop, 'Quitar 2 licencias')!.disabled).toBe(false)
  })

  it('asks for no price of a number that cannot be', async () => {
    const server = purchaseServer()
    const shop = element()
    await says(shop, 'Elige cuántas quieres')
    for (const text of ['3', '', '7.5', '20000']) await type(shop, text)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(server.asked('POST', purchasePaths.licencePrice).length).toBe(0)
  })

  it('orders once, however often the button is pressed, with the same key when the answer got lost', async () => {
    const server = purchaseServer(lost('POST', purchasePaths.licences))
    const shop = element('quantity="10"')
    await says(shop, 'Agregar 2 licencias')
    const button = buttonNamed(shop, 'Agregar 2 licencias')!
    for (let clicks = 0; clicks < 3; clicks++) button.click()
    await says(shop, 'Listo')
    const keys = server
      .asked('POST', purchasePaths.licences)
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(keys.length).toBe(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('keeps the key of an order with an unknown outcome, for the next try', async () => {
    let isBack = false
    const server = purchaseServer(
      on('POST', purchasePaths.licences, () =>
        isBack ? json(seatQuote(10)) : problem(500, 'internal', 'Algo falló.'),
      ),
    )
    const shop = element('quantity="10"')
    await press(shop, 'Agregar 2 licencias')
    await says(shop, 'No sabemos si el cambio se hizo.')
    isBack = true
    await press(shop, 'Reintentar')
    await says(shop, 'Listo')
    const keys = server
      .asked('POST', purchasePaths.licences)
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })

  it('shows the old cost next to the new one and orders only what is confirmed', async () => {
    const server = purchaseServer(
      on('POST', purchasePaths.licences, (times) =>
        times ? json(seatQuote(10)) : problem(409, 'price-changed', 'Cambió.'),
      ),
      on('POST', purchasePaths.licencePrice, (times) =>
        json(seatQuote(10, times ? { total: usd(531), at: '2026-11-21T10:09:00Z' } : {})),
      ),
    )
    const shop = element('quantity="10"')
    await press(shop, 'Agregar 2 licencias')
    await says(shop, 'antes $5.24 $5.31')
    await until(() => buttonNamed(shop, 'Agregar 2 licencias')?.disabled === false)
    await press(shop, 'Agregar 2 licencias')
    await says(shop, 'Listo')
    const [first, second] = server.asked('POST', purchasePaths.licences)
    expect((second!.body!.expectedTotal as { amount: number }).amount).toBe(531)
    expect(first!.headers.get('idempotency-key') === second!.headers.get('idempotency-key')).toBe(false)
  })

  it('asks its host first', async () => {
    const server = purchaseServer()
    const shop = element('quantity="10"')
    shop.addEventListener('waizant-before-purchase', (event) => event.preventDefault())
    await press(shop, 'Agregar 2 licencias')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.asked('POST', purchasePaths.licences).length).toBe(0)
  })

  it('steps with the keyboard, as every number field', async () => {
    purchaseServer()
    const shop = element()
    await says(shop, 'Elige cuántas quieres')
    const field = one<HTMLInputElement>(shop, '[part=quantity]')
    field.stepUp()
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    await says(shop, 'Agregar 1 licencia')
  })
})
