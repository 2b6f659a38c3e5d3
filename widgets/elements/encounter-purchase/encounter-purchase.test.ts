import { clinic, purchase, usd } from '../../fixtures/purchases.ts'
import { connect } from '../../stores/connect.ts'
import { keepPending, payerOf, settlePending } from '../../stores/pending.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, lost, problem } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { all, clear, one, until } from '../../testing/page.ts'
import { buttonNamed, press, purchaseElement, purchaseServer, says, type } from '../../testing/purchase.ts'
import { purchasePaths } from '../../testing/purchase-answers.ts'
import { said } from '../../testing/purchase-states.ts'
import { afterEach, beforeEach, describe, it } from '../../testing/suite.ts'

const element = (attributes?: string) => purchaseElement('waizant-encounter-purchase', attributes)

const pendings = () =>
  Object.entries(localStorage)
    .filter(([name]) => name.startsWith('waizant.pending'))
    .map(([, value]) => value)
    .join()

const delivered = clinic({ encounters: { ...clinic().encounters, available: 370 } })
const arriving = () => on('GET', paths.billing, (times) => json(times ? delivered : clinic()))

describe('The next person', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  it('begins with what the host asks for, not with what the one before had typed', async () => {
    const server = purchaseServer()
    const shop = element('quantity="100"')
    await says(shop, 'Pagar $50.00')
    await type(shop, '777')
    await until(() => server.asked('POST', purchasePaths.encounterPrice).length)
    connect({ ecosystem: 'legacy533', getToken: () => 'bea' })
    await says(shop, 'Pagar $50.00')
    expect(shop.quantity).toBe(100)
    expect(one<HTMLInputElement>(shop, '[name=package]:checked').value).toBe('100')
  })
})

describe('A customer whose data were deleted', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  for (const tag of ['waizant-encounter-purchase', 'waizant-licence-purchase'] as const)
    it(`reads why, and how to begin again: <${tag}>`, async () => {
      const detail = 'Los datos de este ecosistema se eliminaron el 3 de mayo de 2027. Elige un plan.'
      purchaseServer(on('GET', paths.billing, () => problem(410, 'ecosystem-deleted', detail)))
      const shop = purchaseElement(tag)
      await says(shop, detail)
      const link = one<HTMLAnchorElement>(shop, 'a[part=retry]')
      expect([link.innerText, new URL(link.href).pathname]).toEqual(['Ver planes', '/precios'])
      expect(all(shop, 'button[part=retry]').length).toBe(0)
    })
})

describe('<waizant-encounter-purchase>', () => {
  let stripe: ReturnType<typeof fakeStripe>
  beforeEach(() => {
    stripe = fakeStripe()
  })
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('sells the packages of the customer’s own version without asking for their price', async () => {
    const server = purchaseServer()
    const shop = element()
    await says(shop, 'Pagar $27.50')
    expect(all(shop, 'fieldset [type=radio]').length).toBe(5)
    expect(said(shop)).toContain('500 $0.45 c/u $225.00 Ahorra 18 %')
    all<HTMLInputElement>(shop, '[type=radio]')[2]!.click()
    await says(shop, 'Pagar $225.00')
    expect(server.asked('POST', purchasePaths.encounterPrice).length).toBe(0)
  })

  it('prices any other quantity, once for what is typed in a row', async () => {
    const server = purchaseServer()
    const shop = element()
    await says(shop, 'Pagar $27.50')
    for (const text of ['6', '62', '620']) await type(shop, text)
    await says(shop, 'Pagar $279.00')
    expect(server.asked('POST', purchasePaths.encounterPrice).map(({ body }) => body)).toEqual([
      { quantity: 620 },
    ])
  })

  it('shows the last answer, not the latest to arrive', async () => {
    const server = purchaseServer()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    server.on(async ({ path, body }) => {
      if (path !== purchasePaths.encounterPrice || body?.quantity !== 600) return undefined as never
      await held
      return json({ quantity: 600, unit: usd(1), total: usd(600), package: clinic().encounters.packages![0] })
    })
    const shop = element('quantity="600"')
    await until(() => server.asked('POST', purchasePaths.encounterPrice).length)
    await type(shop, '620')
    await says(shop, 'Pagar $279.00')
    release()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(said(shop)).toContain('Pagar $279.00')
  })

  it('pays with the saved card in one click and shows the new total', async () => {
    const server = purchaseServer(arriving())
    const shop = element()
    const received: unknown[] = []
    shop.addEventListener('waizant-purchase-completed', (event) => received.push(event.purchase))
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Listo, tienes 370 encounters')
    await says(shop, 'Disponibles 370')
    const [sent] = server.asked('POST', purchasePaths.encounters)
    expect(sent!.body).toEqual({ quantity: 50, expectedTotal: { amount: 2750, currency: 'USD' } })
    expect(sent!.headers.get('idempotency-key')!.length > 20).toBe(true)
    expect(stripe.asked).toEqual(['checkout cs_1_secret_1', 'pay with pm_1'])
    expect(received).toEqual([{ kind: 'encounters', quantity: 50, dueNow: usd(2_750) }])
    expect(pendings()).toBe('{}')
    await press(shop, 'Comprar más')
    await says(shop, 'Pagar $27.50')
  })

  it('buys once, however often the button is pressed and however many elements show it', async () => {
    const server = purchaseServer()
    const [shop, other] = [element(), element()]
    await until(() => buttonNamed(shop, 'Pagar $27.50') && buttonNamed(other, 'Pagar $27.50'))
    for (let clicks = 0; clicks < 3; clicks++) {
      buttonNamed(shop, 'Pagar $27.50')?.click()
      buttonNamed(other, 'Pagar $27.50')?.click()
    }
    await says(shop, 'Listo')
    await says(other, 'Listo')
    expect(server.asked('POST', purchasePaths.encounters).length).toBe(1)
    expect(stripe.asked.filter((asked) => asked.startsWith('pay')).length).toBe(1)
  })

  it('sends the order again with the same key when its answer got lost', async () => {
    const server = purchaseServer(lost('POST', purchasePaths.encounters))
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Listo')
    const [first, second] = server
      .asked('POST', purchasePaths.encounters)
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(first).toBe(second)
  })

  it('asks its host first', async () => {
    const server = purchaseServer()
    const shop = element()
    shop.addEventListener('waizant-before-purchase', (event) => event.preventDefault())
    await press(shop, 'Pagar $27.50')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.asked('POST', purchasePaths.encounters).length).toBe(0)
  })

  it('loads nothing of Stripe before the customer pays', async () => {
    const server = purchaseServer()
    const shop = element()
    await says(shop, 'Pagar $27.50')
    expect(server.asked('GET', '/v1/config').length).toBe(0)
    expect(stripe.asked).toEqual([])
  })

  it('asks for a card when none is saved, and keeps what was chosen on the way back', async () => {
    stripe.savedCards = []
    purchaseServer(on('GET', paths.billing, clinic({ paymentMethod: null })))
    const shop = element('quantity="100"')
    await press(shop, 'Pagar $50.00 con tarjeta')
    await until(() => shop.querySelector('fieldset'))
    await press(shop, 'Volver')
    await says(shop, 'Pagar $50.00 con tarjeta')
    expect(shop.querySelector('fieldset')).toBe(null)
    await press(shop, 'Pagar $50.00 con tarjeta')
    await press(shop, 'Pagar $50.00')
    await says(shop, 'Listo')
    expect(stripe.asked.at(-1)).toBe('pay with a new card')
  })

  it('is declined, says why, and pays with another card in the same session', async () => {
    stripe.pay = async (saved) => (saved ? { message: 'No.', code: 'paymentFailed' } : undefined)
    const server = purchaseServer(
      on('GET', purchasePaths.purchase, (times) =>
        json(
          times
            ? purchase('delivered')
            : purchase('open', { failure: { code: 'insufficient-funds', text: 'Sin fondos suficientes.' } }),
        ),
      ),
    )
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Sin fondos suficientes.')
    expect(pendings()).toBe('{}')
    await press(shop, 'Pagar con otra tarjeta')
    await until(() => shop.querySelector('fieldset'))
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Listo')
    expect(server.asked('POST', purchasePaths.encounters).length).toBe(1)
  })

  it('says a bank’s refusal in our words even before the server knows of it', async () => {
    stripe.pay = async () => ({ message: 'Your card was declined.', code: 'paymentFailed' })
    purchaseServer(on('GET', purchasePaths.purchase, purchase('open')))
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'El pago no pasó y no se te cobró nada.')
  })

  it('says what is missing in the card’s fields as Stripe says it, and leaves the fields alone', async () => {
    stripe.savedCards = []
    stripe.pay = async () => ({ message: 'El número está incompleto.', code: null })
    purchaseServer(on('GET', purchasePaths.purchase, purchase('open')))
    const shop = element()
    await press(shop, 'Pagar $27.50')
    const fields = await until(() => shop.querySelector('fieldset'))
    await press(shop, 'Pagar $27.50')
    await says(shop, 'El número está incompleto.')
    expect(shop.querySelector('fieldset')).toBe(fields)
  })

  it('shows the old price and the new one, and charges neither until it is confirmed', async () => {
    const dearer = clinic({
      encounters: { available: 320, packages: [{ quantity: 50, unit: usd(60), total: usd(3_000) }] },
    })
    const server = purchaseServer(
      on('POST', purchasePaths.encounters, (times) =>
        times
          ? json({ id: 'pur_1', status: 'open', checkout: { id: 'cs_1', clientSecret: 's' } }, 201)
          : problem(409, 'price-changed', 'Cambió.'),
      ),
      on('GET', paths.billing, (times) => json(times ? dearer : clinic())),
    )
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'antes $27.50 $30.00')
    expect(said(shop)).toContain('no se cobró nada')
    expect(stripe.asked).toEqual([])
    await press(shop, 'Pagar $30.00')
    await says(shop, 'Listo')
    expect(server.asked('POST', purchasePaths.encounters)[1]!.body!.expectedTotal as object).toEqual({
      amount: 3000,
      currency: 'USD',
    })
  })

  it('waits calmly while what was paid is on its way', async () => {
    let standing = purchase('pending')
    purchaseServer(on('GET', purchasePaths.purchase, () => json(standing)))
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Estamos confirmando tu pago')
    standing = purchase('paid')
    await says(shop, 'Tu pago llegó')
    standing = purchase('delivered')
    await says(shop, 'Listo')
  })

  it('takes up a payment that was under way before a reload, and does not pay again', async () => {
    const server = purchaseServer()
    keepPending(payerOf(server.api), 'encounters', { id: 'pur_1', key: 'a-key', at: Date.now() })
    const shop = element()
    await says(shop, 'Listo')
    expect(server.asked('POST', purchasePaths.encounters).length).toBe(0)
    expect(pendings()).toBe('{}')
  })

  it('says that an unfinished purchase cost nothing', async () => {
    const server = purchaseServer(on('GET', purchasePaths.purchase, purchase('open')))
    keepPending(payerOf(server.api), 'encounters', { id: 'pur_1', key: 'a-key', at: Date.now() })
    const shop = element()
    await says(shop, 'La compra no se terminó y no se te cobró nada.')
    await says(shop, 'Pagar $27.50')
  })

  it('follows a payment of another tab and says what it bought, so that nobody pays again', async () => {
    const server = purchaseServer()
    const name = `waizant.pending ${server.api}/v1/ecosystems/legacy533/ encounters`
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const holding = navigator.locks.request(name, () => held)
    keepPending(payerOf(server.api), 'encounters', { id: 'pur_1', key: 'a-key', at: Date.now() })
    const shop = element()
    await says(shop, 'en curso en otra pestaña')
    settlePending(payerOf(server.api), 'encounters')
    release()
    await holding
    await says(shop, 'Listo')
    expect(server.asked('POST', purchasePaths.encounters).length).toBe(0)
  })

  it('moves the focus to its heading when the step changes', async () => {
    purchaseServer(arriving())
    const shop = element()
    await press(shop, 'Pagar $27.50')
    await says(shop, 'Listo')
    expect(shop.shadowRoot!.activeElement).toBe(one(shop, 'h2'))
  })

  it('leads to the change of plan when the plan sells none', async () => {
    purchaseServer(on('GET', paths.billing, clinic({ encounters: { available: 0, packages: [] } })))
    const shop = element()
    await press(shop, 'Ver planes')
    await until(() => shop.shadowRoot?.querySelector('waizant-plan-change[opened]'))
  })

  it('leads to the plans when there is no subscription', async () => {
    purchaseServer(on('GET', paths.billing, clinic({ status: 'trialing', catalogue: 'erp' })))
    const shop = element()
    await press(shop, 'Ver planes')
    await until(() =>
      shop.shadowRoot?.querySelector('waizant-plan-picker')?.shadowRoot?.querySelector('article'),
    )
  })
})
