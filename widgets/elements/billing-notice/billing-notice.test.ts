import { inTrial, leaving, owing, paying } from '../../fixtures/billing.ts'
import { connect } from '../../stores/connect.ts'
import { billingServer, dialogIn, notice, press, says } from '../../testing/billing.ts'
import { billingAnswers, billingPaths } from '../../testing/billing-answers.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { clear, one, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const near = {
  code: 'licences-near',
  text: 'Usas 9 de 10 licencias. Con Pro tienes 50.',
  facts: { inUse: 9, total: 10, plan: 'pro', planName: 'Pro' },
}

const isShown = (element: Element) =>
  one(element, '[part~=notice]').checkVisibility() || element.getBoundingClientRect().height > 0

describe('<waizant-billing-notice>', () => {
  afterEach(() => {
    clear()
    sessionStorage.clear()
    connect({ ecosystem: '' })
  })

  it('takes no space while there is nothing to say or no customer is connected', async () => {
    const server = billingServer(billingAnswers())
    connect({ ecosystem: '' })
    const element = notice()
    await element.updateComplete
    expect(isShown(element)).toBe(false)
    expect(server.seen.length).toBe(0)
    connect({ ecosystem: 'legacy533' })
    await until(() => server.asked('GET', paths.billing).length)
    await element.updateComplete
    expect(isShown(element)).toBe(false)
  })

  it('says one thing, politely, in a region that was there before the words', async () => {
    const { notices } = owing()
    billingServer(billingAnswers(owing({ notices: [...notices, near] })))
    const element = notice()
    const texts: string[] = []
    await element.updateComplete
    const region = one(element, '[role=status]')
    new MutationObserver(() => texts.push(region.innerText)).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    await says(element, 'No pudimos cobrar $999.00.')
    await until(() => texts.length)
    expect(one(element, '[role=status]')).toBe(region)
    expect(element.getAttribute('code')).toBe('payment-failed')
    expect(element.shadowRoot!.querySelector('[part=dismiss]')).toBe(null)
  })

  it('puts away what is harmless until the session ends, and says what comes next', async () => {
    billingServer(billingAnswers(inTrial({ notices: [...inTrial().notices, near] })))
    const [first] = [notice()]
    await says(first, 'Te quedan 7 días')
    await press(first, 'Cerrar aviso')
    await says(first, 'Usas 9 de 10 licencias.')
    await press(first, 'Cerrar aviso')
    await until(() => !isShown(first))
    const second = notice()
    await second.updateComplete
    expect(isShown(second)).toBe(false)
  })

  it('lets the host do what helps, with the plan to move to', async () => {
    billingServer(billingAnswers(paying({ notices: [near] })))
    const element = notice()
    const asked: unknown[] = []
    element.addEventListener('waizant-notice-action', (event) => {
      event.preventDefault()
      asked.push([event.code, event.action, event.plan])
    })
    await press(element, 'Cambiar a Pro')
    expect(asked).toEqual([['licences-near', 'change-plan', 'pro']])
    expect(element.shadowRoot!.querySelector('waizant-plan-change')).toBe(null)
  })

  it('opens the change to the plan with more room, priced', async () => {
    const server = billingServer(billingAnswers(paying({ notices: [near] })))
    const element = notice()
    await press(element, 'Cambiar a Pro')
    await until(() => server.asked('POST', paths.preview).length)
    expect(server.asked('POST', paths.preview)[0]!.body).toEqual({ plan: 'pro', interval: 'month' })
  })

  it('opens the card, the plans', async () => {
    fakeStripe()
    billingServer(billingAnswers(owing()))
    const element = notice()
    await press(element, 'Actualizar tarjeta')
    await until(() => dialogIn(element)?.localName === 'waizant-card-dialog')
    clear()
    billingServer(billingAnswers(inTrial()))
    const other = notice()
    await press(other, 'Elegir plan')
    await until(() => dialogIn(other)?.localName === 'waizant-plans-dialog')
  })

  it('lets the dialog that it opened show the outcome, although no notice is left', async () => {
    fakeStripe()
    let now = owing()
    billingServer([on('GET', paths.billing, () => json(now)), ...billingAnswers()])
    const element = notice()
    await press(element, 'Actualizar tarjeta')
    await until(() => dialogIn(element)?.shadowRoot?.querySelector('[part~=action-main]'))
    now = paying()
    await press(element, 'Guardar y pagar $999.00')
    await says(element, 'Listo, estás al corriente')
    await until(() => !isShown(element))
    expect(one(dialogIn(element)!, 'h2').checkVisibility()).toBe(true)
  })

  it('keeps the subscription and says so', async () => {
    let isKept = false
    billingServer([
      on('DELETE', billingPaths.cancellation, () => {
        isKept = true
        return new Response(JSON.stringify(paying()))
      }),
      on('GET', paths.billing, () => new Response(JSON.stringify(isKept ? paying() : leaving()))),
      ...billingAnswers(),
    ])
    const element = notice()
    await press(element, 'Conservar mi suscripción')
    await says(element, 'Tu suscripción a Básico sigue igual.')
    await press(element, 'Cerrar aviso')
    await until(() => !isShown(element))
  })
})
