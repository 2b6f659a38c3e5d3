import { clinic, leaving, paying, periodEnd } from '../../fixtures/billing.ts'
import { money } from '../../fixtures/customer.ts'
import { connect } from '../../stores/connect.ts'
import { billingServer, dialogIn, panel, press, says, textOf } from '../../testing/billing.ts'
import { billingAnswers, billingPaths } from '../../testing/billing-answers.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { type Answer, json, lost, problem } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { clear, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const canceled = {
  accessUntil: periodEnd,
  dataUntil: '2027-03-01T06:00:00Z',
  billing: leaving(),
}

const server = (billing = paying(), ...others: Answer[]) =>
  billingServer([...others, on('POST', billingPaths.cancellation, canceled), ...billingAnswers(billing)])

const root = (element: Element) => dialogIn(element)!.shadowRoot!

const because = async (element: Element, reason: string, comment = '') => {
  await press(element, 'Cancelar suscripción')
  await press(element, 'Continuar')
  await says(element, '¿Por qué te vas?')
  root(element).querySelector<HTMLInputElement>(`[value=${reason}]`)!.click()
  root(element).querySelector('textarea')!.value = comment
  await press(element, 'Continuar')
  await says(element, 'Revisa y confirma')
}

describe('Leaving', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('says what this very customer loses and keeps, before anything is sent', async () => {
    const known = server(paying({ licences: { total: 10, inUse: 8, included: 10, bought: 0 } }))
    const element = panel()
    await press(element, 'Cancelar suscripción')
    await says(element, 'Tú y otras 7 personas dejan de entrar a Básico.')
    await says(element, 'Dejas de usar ')
    expect(textOf(element)).toContain('Tu saldo a favor de $120.50 se queda en pausa.')
    expect(textOf(element)).toContain('Tus datos, hasta el 28 de febrero de 2027.')
    await press(element, 'Me quedo')
    await until(() => !dialogIn(element))
    expect(known.asked('POST', billingPaths.cancellation).length).toBe(0)
  })

  it('asks for a reason, sends it with the comment, and says the last day', async () => {
    const known = server()
    const element = panel()
    const received: string[] = []
    element.addEventListener('waizant-cancellation-changed', ({ status }) => received.push(status))
    await because(element, 'too-expensive', '  Volvemos en enero. ')
    expect(textOf(element)).toContain('30 de noviembre de 2026')
    expect(textOf(element)).toContain('Nada')
    await press(element, 'Cancelar suscripción')
    await says(element, 'Tu último día de acceso es el 30 de noviembre de 2026.')
    const sent = known.asked('POST', billingPaths.cancellation)
    expect(sent.map(({ body }) => body)).toEqual([
      {
        reason: 'too-expensive',
        comment: 'Volvemos en enero.',
        expectedTotal: { amount: 0, currency: 'MXN' },
      },
    ])
    expect(received).toEqual(['canceling'])
  })

  it('does not continue without a reason, and keeps the answers on the way back', async () => {
    server()
    const element = panel()
    await press(element, 'Cancelar suscripción')
    await press(element, 'Continuar')
    await says(element, '¿Por qué te vas?')
    await press(element, 'Continuar')
    await says(element, 'Elige una razón para continuar.')
    root(element).querySelector<HTMLInputElement>('[value=unused]')!.click()
    root(element).querySelector('textarea')!.value = 'Casi nunca'
    await press(element, 'Continuar')
    await press(element, 'Regresar')
    await says(element, '¿Por qué te vas?')
    expect(root(element).querySelector<HTMLInputElement>(':checked')?.value).toBe('unused')
    expect(root(element).querySelector('textarea')!.value).toBe('Casi nunca')
  })

  it('is one request with one key when the answer is lost', async () => {
    const known = server(paying(), lost('POST', billingPaths.cancellation))
    const element = panel()
    await because(element, 'other')
    await press(element, 'Cancelar suscripción')
    await says(element, 'Tu suscripción quedó cancelada')
    const keys = known
      .asked('POST', billingPaths.cancellation)
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(keys.length).toBe(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('shows today’s amount when it has changed, and sends it as a new request', async () => {
    let now = clinic()
    const { ifCanceled, services } = now
    const known = server(
      now,
      on('POST', billingPaths.cancellation, (times) => {
        if (times) return json(canceled)
        const used = { units: 4, total: money(2000, 'USD') }
        now = clinic({
          ifCanceled: { ...ifCanceled!, dueNow: money(2000, 'USD') },
          services: services.map((one) => (one.used.units ? { ...one, used } : one)),
        })
        return problem(409, 'price-changed', 'El precio cambió desde que lo viste. No se cobró nada.')
      }),
      on('GET', paths.billing, () => json(now)),
    )
    const element = panel()
    await because(element, 'unused')
    await press(element, 'Pagar $15.00 y cancelar')
    await says(element, 'No se cobró nada. Tu suscripción sigue igual.')
    await press(element, 'Pagar $20.00 y cancelar')
    await says(element, 'Tu suscripción quedó cancelada')
    const sent = known.asked('POST', billingPaths.cancellation)
    expect(sent.map(({ body }) => (body!.expectedTotal as { amount: number }).amount)).toEqual([1500, 2000])
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(2)
  })

  it('promises no charge today for so little that a card is not charged', async () => {
    const little = clinic().services.map((one) => ({ ...one, used: { units: 1, total: money(20, 'USD') } }))
    server(clinic({ services: little, ifCanceled: paying().ifCanceled }))
    const element = panel()
    await because(element, 'unused')
    expect(textOf(element)).toContain('Lo poco que usaste va en tu última factura.')
    expect(textOf(element).includes('Pagar')).toBe(false)
  })

  it('names what is paid today; when the bank declines nothing has changed, and another card helps', async () => {
    fakeStripe()
    server(
      clinic(),
      on('POST', billingPaths.cancellation, () =>
        problem(402, 'outstanding-charges-declined', 'Tu banco rechazó el cobro de $15.00.'),
      ),
    )
    const element = panel()
    await because(element, 'unused')
    expect(textOf(element)).toContain('3 × Audit Case')
    await press(element, 'Pagar $15.00 y cancelar')
    await says(element, 'Tu banco rechazó el cobro de $15.00. Tu suscripción sigue igual.')
    await press(element, 'Cambiar de tarjeta')
    await says(element, 'Tu nueva tarjeta')
  })
})
