import { owing, paying } from '../../fixtures/billing.ts'
import { connect } from '../../stores/connect.ts'
import { billingServer, dialogIn, panel, press, says, textOf } from '../../testing/billing.ts'
import { billingAnswers } from '../../testing/billing-answers.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, problem } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { clear, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const paymentMethod = { brand: 'mastercard', last4: '4444', expiresMonth: 4, expiresYear: 2031 }

/** The billing answers: before the card is asked for, and each time after. */
const then = (before: object, ...after: object[]) => {
  let times = -1
  return billingServer([
    on('POST', paths.card, () => {
      times = 0
      return json({ clientSecret: 'seti_1_secret_1' })
    }),
    on('GET', paths.billing, () => json(times < 0 ? before : after[Math.min(times++, after.length - 1)]!)),
    ...billingAnswers(),
  ])
}

const changes = (element: HTMLElement) => {
  const received: string[] = []
  element.addEventListener('waizant-payment-method-changed', ({ billing }) =>
    received.push(`${billing.status} ${billing.paymentMethod?.last4}`),
  )
  return received
}

describe('Changing the card', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('shows Stripe’s fields only when asked for, and the new card once the server knows it', async () => {
    const stripe = fakeStripe()
    then(paying(), paying(), paying({ paymentMethod }))
    const element = panel()
    const received = changes(element)
    await says(element, 'Visa •••• 4242')
    expect(stripe.asked).toEqual([])
    await press(element, 'Cambiar')
    await press(element, 'Guardar tarjeta')
    await says(element, 'Listo, tarjeta guardada')
    expect(textOf(element)).toContain('Tus próximos pagos se cobran a tu Mastercard •••• 4444.')
    await until(() => element.shadowRoot!.querySelector('[part=method]')?.textContent?.includes('4444'))
    expect(stripe.asked).toEqual(['fields seti_1_secret_1', 'keep card'])
    expect(received).toEqual(['active 4444'])
  })

  it('says that what was owed is charged', async () => {
    fakeStripe()
    let now = owing()
    billingServer([on('GET', paths.billing, () => json(now)), ...billingAnswers()])
    const element = panel()
    const received = changes(element)
    await press(element, 'Actualizar tarjeta')
    await says(element, 'Al guardarla cobramos lo pendiente')
    await until(() => dialogIn(element)?.shadowRoot?.querySelector('[part~=action-main]'))
    now = owing({ paymentMethod })
    await press(element, 'Guardar y pagar $999.00')
    await says(element, 'Ahora cobramos lo pendiente')
    now = paying({ paymentMethod })
    await says(element, 'Listo, estás al corriente')
    await until(() => element.shadowRoot!.querySelector('[part=plan-name] [part~=status-good]'))
    expect(received).toEqual(['active 4444'])
  })

  it('names what is owed now when it has changed since the panel was drawn', async () => {
    fakeStripe()
    let now = owing()
    const dearer = { amount: 150_000, currency: 'MXN' as const, text: '$1,500.00' }
    const server = billingServer([
      on('POST', paths.card, (times) =>
        times ? json({ clientSecret: 'seti_1_secret_1' }) : problem(409, 'price-changed', 'El monto cambió.'),
      ),
      on('GET', paths.billing, () => json(now)),
      ...billingAnswers(),
    ])
    const element = panel()
    await says(element, '$999.00')
    now = owing({ due: { ...owing().due!, amount: dearer } })
    await press(element, 'Actualizar tarjeta')
    await press(element, 'Guardar y pagar $1,500.00')
    await says(element, 'Ahora cobramos lo pendiente')
    expect(server.asked('POST', paths.card).map(({ body }) => body)).toEqual([
      { expectedTotal: { amount: 99_900, currency: 'MXN' } },
      { expectedTotal: { amount: 150_000, currency: 'MXN' } },
    ])
  })

  it('agrees to no charge when nothing is owed', async () => {
    fakeStripe()
    const server = billingServer(billingAnswers(paying()))
    const element = panel()
    await press(element, 'Cambiar')
    await until(() => server.asked('POST', paths.card)[0])
    expect(server.asked('POST', paths.card)[0]!.body).toEqual({
      expectedTotal: { amount: 0, currency: 'MXN' },
    })
  })

  const refused = { message: 'Your card was declined.', code: 'card_declined' }
  const refusals: [object, string, string][] = [
    [{ ...refused, decline_code: 'generic_decline' }, 'es-MX', 'Tu banco rechazó la tarjeta.'],
    [{ ...refused, decline_code: 'insufficient_funds' }, 'es-MX', 'Tu tarjeta no tiene fondos suficientes.'],
    [{ ...refused, decline_code: 'stolen_card' }, 'en', 'Your bank declined the card.'],
    [
      { message: 'Tu tarjeta no es de este país.', code: 'of_tomorrow' },
      'es-MX',
      'Tu tarjeta no es de este país.',
    ],
    [{}, 'es-MX', 'No pudimos guardar la tarjeta.'],
  ]
  for (const [problem, locale, words] of refusals)
    it(`says why a card is not kept in the reader’s language: ${words}`, async () => {
      fakeStripe().cardProblem = problem
      then(paying(), paying())
      const element = panel(`locale="${locale}"`)
      const received = changes(element)
      await press(element, locale === 'en' ? 'Change' : 'Cambiar')
      await press(element, locale === 'en' ? 'Save card' : 'Guardar tarjeta')
      await says(element, words)
      expect(received).toEqual([])
    })

  it('asks its host first', async () => {
    const stripe = fakeStripe()
    const server = then(paying(), paying())
    const element = panel()
    let asked = 0
    element.addEventListener('waizant-payment-method-needed', (event) => {
      asked++
      event.preventDefault()
    })
    await press(element, 'Cambiar')
    await until(() => asked)
    expect(dialogIn(element)).toBe(null)
    expect(stripe.asked).toEqual([])
    expect(server.asked('POST', paths.card).length).toBe(0)
  })

  it('refuses a member who may only read, and gives the focus back', async () => {
    billingServer([
      on('POST', paths.card, () => problem(403, 'not-allowed', 'Pídelo a quien administra tu cuenta.')),
      ...billingAnswers(),
    ])
    const element = panel()
    await says(element, 'Visa')
    const button = element.shadowRoot!.querySelector<HTMLElement>('[data-action=change-card]')!
    button.focus()
    button.click()
    await says(element, 'Pídelo a quien administra tu cuenta.')
    await press(element, 'Volver')
    await until(() => !dialogIn(element))
    expect(element.shadowRoot!.activeElement).toBe(button)
  })
})
