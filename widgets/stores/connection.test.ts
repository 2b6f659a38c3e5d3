import '../elements/balance-badge/balance-badge.ts'
import '../elements/encounter-purchase/encounter-purchase.ts'
import '../elements/licence-purchase/licence-purchase.ts'
import '../elements/plan-change/plan-change.ts'
import { upgrade } from '../fixtures/quotes.ts'
import { dialogIn, notice, panel, press, says, textOf } from '../testing/billing.ts'
import { expect } from '../testing/expect.ts'
import { json } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { clear, mount, until } from '../testing/page.ts'
import { serverOf, settled, signIn, tells } from '../testing/people.ts'
import { picker } from '../testing/picker.ts'
import * as change from '../testing/plan-change.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { connect } from './connect.ts'

describe('Another person on the same page', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  it('is shown nothing of the one before, and their own', async () => {
    const server = serverOf()
    signIn('ana')
    for (const element of [panel(), notice()]) await element.updateComplete
    await settled('ana')
    server.hold('bea')
    signIn('bea')
    await until(() => tells('ana').length === 0)
    server.release('bea')
    await settled('bea')
    expect(tells('ana')).toEqual([])
  })

  it('of another ecosystem is read from there', async () => {
    const server = serverOf()
    signIn('ana')
    panel()
    await settled('ana')
    signIn('bea', 'legacy777')
    await settled('bea')
    expect(server.asked('GET', '/v1/ecosystems/legacy777/billing').length).toBe(1)
    expect(tells('ana')).toEqual([])
  })

  it('never sees an answer that was on its way to the one before, who asks again when they return', async () => {
    const server = serverOf()
    server.hold('ana')
    signIn('ana')
    panel()
    await until(() => server.asked('GET', /billing$/).length === 1)
    signIn('bea')
    await settled('bea')
    server.release('ana')
    signIn('ana')
    await settled('ana')
    expect(server.asked('GET', /billing$/).length).toBe(3)
    expect(tells('bea')).toEqual([])
  })

  it('signed out, leaves nothing on the page, and nothing comes back without a token', async () => {
    serverOf()
    signIn('ana')
    const elements = [
      panel(),
      notice(),
      mount<ReturnType<typeof panel>>('<waizant-balance-badge></waizant-balance-badge>'),
      mount<ReturnType<typeof panel>>('<waizant-encounter-purchase></waizant-encounter-purchase>'),
      mount<ReturnType<typeof panel>>('<waizant-licence-purchase></waizant-licence-purchase>'),
    ]
    await settled('ana')
    for (const element of elements) await element.updateComplete
    connect(null)
    await until(() => tells('ana').length === 0)
    signIn('')
    await says(elements[0]!, 'Tu sesión terminó.')
    expect(tells('ana')).toEqual([])
  })

  it('heals by itself with a good token after one that had expired', async () => {
    serverOf()
    let token = 'expired'
    const getToken = () => token
    connect({ ecosystem: 'legacy533', getToken })
    const element = panel()
    await says(element, 'Tu sesión terminó.')
    token = 'ana'
    connect({ ecosystem: 'legacy533', getToken })
    await settled('ana')
    expect(textOf(element).includes('Tu sesión terminó.')).toBe(false)
  })

  it('with another callback heals, too', async () => {
    serverOf()
    signIn('expired')
    await says(panel(), 'Tu sesión terminó.')
    signIn('ana')
    await settled('ana')
  })

  it('resets an open plan change for the next person; after a sign-out it is closed', async () => {
    const server = serverOf(({ path, method }) =>
      method === 'POST' && path.endsWith('/preview') ? json(upgrade()) : undefined,
    )
    signIn('ana')
    const element = await change.planChange(server)
    await element.open()
    await change.press(element, 'Revisar el cambio')
    await change.says(element, 'Tu cuenta')
    signIn('bea')
    await until(() => !change.said(element).includes('Tu cuenta'))
    await change.says(element, 'Tu plan actual')
    connect(null)
    await until(() => !change.dialogOf(element))
    expect(element.opened).toBe(false)
  })

  it('is not the one who was about to leave: their dialog closes', async () => {
    serverOf()
    signIn('ana')
    const element = panel()
    await settled('ana')
    await press(element, 'Cancelar suscripción')
    await until(() => dialogIn(element))
    signIn('bea')
    await until(() => !dialogIn(element))
  })

  it('is not the one who was entering a card: the dialog and its fields are gone', async () => {
    const stripe = fakeStripe()
    serverOf(({ path, method }) =>
      method === 'POST' && path.endsWith('/payment-method')
        ? json({ clientSecret: 'seti_1_secret_1' })
        : path === '/v1/config'
          ? json({ stripe: { publishableKey: 'pk_test_fake' } })
          : undefined,
    )
    signIn('ana')
    const element = panel()
    await settled('ana')
    await press(element, 'Cambiar')
    await until(() => stripe.asked.length && element.querySelector('[slot^=waizant-]'))
    signIn('bea')
    await until(() => !dialogIn(element) && !element.querySelector('[slot^=waizant-]'))
    await settled('bea')
    expect(stripe.asked).toEqual(['fields seti_1_secret_1'])
  })

  it('gets no mark of the other’s plan in the picker', async () => {
    const server = serverOf()
    signIn('ana')
    const element = await picker(server)
    await until(() => element.billing?.plan === 'basico')
    connect(null)
    await until(() => !element.shadowRoot!.textContent!.includes('Tu plan actual'))
    expect(element.billing).toBe(undefined)
  })

  it('never has a payment sent that the one before had begun', async () => {
    let times = 0
    const server = serverOf(({ path, method }) => {
      if (method !== 'POST' || !path.endsWith('/preview')) return undefined
      times++
      throw new TypeError('Failed to fetch')
    })
    signIn('ana')
    const { write } = await import('../api/mutate.ts')
    const speaker = { api: server.api, locale: 'es-MX' }
    const sent = write(speaker, 'encounters/preview', { body: { quantity: 1 }, key: 'one' }).catch(
      ({ code }: { code: string }) => code,
    )
    await until(() => times === 1)
    signIn('bea', 'legacy777')
    expect(await sent).toBe('signed-out')
    expect(server.asked('POST', /preview$/).length).toBe(1)
  })
})
