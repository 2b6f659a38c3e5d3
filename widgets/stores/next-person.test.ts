import { inTrial } from '../fixtures/billing.ts'
import { upgrade } from '../fixtures/quotes.ts'
import { panelArea } from '../i18n/panel.ts'
import { dialogIn, panel, press, textOf } from '../testing/billing.ts'
import { expect } from '../testing/expect.ts'
import { json } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { button, clear, until } from '../testing/page.ts'
import { serverOf, settled, signIn, tells } from '../testing/people.ts'
import { picker } from '../testing/picker.ts'
import * as change from '../testing/plan-change.ts'
import * as shop from '../testing/purchase.ts'
import { purchasePaths } from '../testing/purchase-answers.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { balanceOf } from './balance.ts'
import { connect } from './connect.ts'
import { $connection } from './connection.ts'

/** An answer that waits until the test gives it. */
const later = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { given: promise, give: resolve }
}

/** Everything that follows from what has been given, up to the next answer of a server. */
const followed = () => new Promise((resolve) => setTimeout(resolve))

const buttonOf = (element: Element, starts: string) =>
  until(() =>
    [...element.shadowRoot!.querySelectorAll('button')].find((one) =>
      one.innerText.trim().startsWith(starts),
    ),
  )

describe('What a person began before the next one came', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  it('opens no dialog about them once its code has arrived', async () => {
    serverOf()
    signIn('ana')
    const element = panel()
    await settled('ana')
    const leave = await buttonOf(element, 'Cancelar suscripción')
    leave.click()
    signIn('bea')
    await settled('bea')
    await import('../dialogs/cancellation-dialog/cancellation-dialog.ts')
    await followed()
    expect(Boolean(dialogIn(element))).toBe(false)
    await press(element, 'Cancelar suscripción')
    await until(() => dialogIn(element))
  })

  it('leaves no list with their time zone', async () => {
    serverOf()
    signIn('ana')
    const element = panel()
    await settled('ana')
    ;(await buttonOf(element, 'Zona horaria')).click()
    await until(() => element.shadowRoot!.querySelector('[part=zones]'))
    signIn('bea')
    await settled('bea')
    expect(Boolean(element.shadowRoot!.querySelector('[part=zones]'))).toBe(false)
  })

  it('takes the next one to no payment page', async () => {
    const opening = later()
    const server = serverOf(({ method, path, headers }) => {
      if (path.endsWith('/billing') && headers.get('authorization') === 'Bearer ana') return json(inTrial())
      if (method !== 'POST' || path !== '/v1/checkouts') return undefined
      const opened = { id: 'chk_1', url: 'https://pay.test/chk_1', expiresAt: '2026-11-22T00:00:00Z' }
      return opening.given.then(() => json(opened, 201))
    })
    const left: string[] = []
    const stay = (event: WindowEventMap['waizant-checkout-open']) => {
      event.preventDefault()
      left.push(event.checkout.url)
    }
    addEventListener('waizant-checkout-open', stay)
    signIn('ana')
    const element = await picker(server)
    await until(() => element.billing?.status === 'trialing')
    button(element, 'pro').click()
    await until(() => server.asked('POST', '/v1/checkouts').length === 1)
    signIn('bea', 'legacy777')
    await until(() => element.billing?.plan === 'pro')
    opening.give()
    await followed()
    removeEventListener('waizant-checkout-open', stay)
    expect(left).toEqual([])
    expect(element.outcome).toBe(undefined)
  })

  it('is not noted as a payment of the next one when the bank answers late', async () => {
    const bank = later()
    const stripe = fakeStripe()
    stripe.bank = () => bank.given
    const quote = upgrade()
    const server = serverOf(({ method, path }) => {
      if (path === '/v1/config') return json({ stripe: { publishableKey: 'pk_test_fake' } })
      if (method !== 'POST') return undefined
      if (path.endsWith('/preview')) return json(quote)
      return path.endsWith('/plan-changes')
        ? json({ status: 'requires-action', clientSecret: 'pi_1_secret_1' })
        : undefined
    })
    signIn('ana')
    const element = await change.reviewed(server)
    await change.press(element, `Pagar ${quote.dueNow.text} y cambiar a ${quote.to.planName}`)
    await until(() => stripe.asked.includes('bank pi_1_secret_1'))
    signIn('bea', 'legacy777')
    bank.give()
    await followed()
    const kept = Object.keys(localStorage).filter((name) => name.includes('pending'))
    expect(kept).toEqual([`waizant.pending ${server.api}/v1/ecosystems/legacy533/`])
    expect(server.asked('POST', /plan-changes$/).length).toBe(1)
  })

  it('is not paid when they left before the payment was ready', async () => {
    const config = later()
    const stripe = fakeStripe()
    const server = shop.purchaseServer(({ path }) =>
      path === '/v1/config'
        ? config.given.then(() => json({ stripe: { publishableKey: 'pk_test_fake' } }))
        : undefined,
    )
    const element = shop.purchaseElement('waizant-encounter-purchase')
    await shop.press(element, 'Pagar $27.50')
    await until(() => server.asked('GET', '/v1/config').length === 1)
    await until(() => server.asked('POST', purchasePaths.encounters).length === 1)
    signIn('bea', 'legacy777')
    config.give()
    await until(() => stripe.asked.includes('checkout cs_1_secret_1'))
    await followed()
    expect(stripe.asked).toEqual(['checkout cs_1_secret_1'])
    expect(Object.entries(localStorage).filter(([name]) => name.includes(server.api))).toEqual([])
  })

  it('leaves the page at once, though the words of the next one are long in coming', async () => {
    serverOf()
    signIn('ana')
    const element = panel()
    await settled('ana')
    const words = later()
    const { en } = panelArea.bundles
    delete panelArea.loaded.en
    panelArea.bundles.en = () => words.given.then(en)
    connect({ locale: 'en' })
    signIn('bea')
    await until(() => tells('ana').length === 0)
    words.give()
    panelArea.bundles.en = en
    await settled('bea')
    expect(textOf(element)).toContain('Invoices')
    const { locale: _, ...connection } = $connection.get()
    $connection.set(connection)
  })
})

describe('A page that never comes by a token', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  it('is told so, and heals when it has one', async () => {
    const server = serverOf()
    const { setTimeout: real } = globalThis
    globalThis.setTimeout = ((work: () => void, ms?: number) =>
      real(work, ms === 20_000 ? 0 : ms)) as typeof setTimeout
    let token: string | Promise<string> = new Promise<string>(() => {})
    connect({ ecosystem: 'legacy533', getToken: () => token })
    const element = panel()
    const retry = await buttonOf(element, 'Reintentar')
    const balance = balanceOf(server.api, 'es-MX')!
    await Promise.allSettled([balance.load()])
    expect(balance.value?.error?.code).toBe('no-token')
    globalThis.setTimeout = real
    token = 'ana'
    retry.click()
    await settled('ana')
  })
})
