import { leaving, paying } from '../fixtures/billing.ts'
import { seatQuote } from '../fixtures/purchases.ts'
import { upgrade } from '../fixtures/quotes.ts'
import { connect } from '../stores/connect.ts'
import { billingServer, dialogIn, notice, panel, press, says } from '../testing/billing.ts'
import { billingAnswers, billingPaths } from '../testing/billing-answers.ts'
import { customerAnswers, on, paths } from '../testing/customer-answers.ts'
import { expect } from '../testing/expect.ts'
import { json, problem, type Seen } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { all, clear, one, until } from '../testing/page.ts'
import * as changing from '../testing/plan-change.ts'
import * as buying from '../testing/purchase.ts'
import { purchasePaths } from '../testing/purchase-answers.ts'
import { afterEach, beforeEach, describe, it } from '../testing/suite.ts'

const page = document.documentElement

/** The language of each request. */
const languages = (seen: readonly Seen[]) => seen.map(({ headers }) => headers.get('accept-language'))

/** The quote of today, and in English after that. */
const quoted = on('POST', paths.preview, (times) =>
  json(times ? upgrade({ quoteId: 'quo_en', lines: [] }) : upgrade()),
)

describe('When the page changes its language, what a person is doing', () => {
  beforeEach(() => {
    page.lang = 'es-MX'
  })
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
    page.removeAttribute('lang')
  })

  it('is reviewed anew in a plan change, and what is confirmed is the new quote', async () => {
    const server = changing.customerServer(quoted, ...customerAnswers())
    const element = await changing.reviewed(server)
    page.lang = 'en'
    await changing.says(element, 'Your bill')
    await until(() => server.asked('POST', paths.preview).length === 2)
    expect(languages(server.asked('POST', paths.preview))).toEqual(['es-MX', 'en'])
    const pays = () =>
      all<HTMLButtonElement>(changing.dialogOf(element)!, '[part~=action-main]').find(
        ({ ariaBusy }) => ariaBusy === 'false',
      )
    ;(await until(pays)).click()
    await changing.says(element, 'All set: you now have Pro')
    expect(server.asked('POST', paths.changes)[0]!.body).toEqual({ quoteId: 'quo_en' })
    page.lang = 'es-MX'
    await changing.says(element, 'Listo, ya tienes')
  })

  it('is asked for once in a plan change whose price cannot be had in the new language', async () => {
    const server = changing.customerServer(
      on('POST', paths.preview, (times) => (times ? problem(500, 'internal', 'Later.') : json(upgrade()))),
      ...customerAnswers(),
    )
    const element = await changing.reviewed(server)
    page.lang = 'en'
    await changing.says(element, 'Later.')
    expect(server.asked('POST', paths.preview).length).toBe(2)
  })

  it('is said in the panel', async () => {
    billingServer([on('GET', billingPaths.export, () => new Response('PK')), ...billingAnswers()])
    const element = panel()
    await press(element, 'Descargar mis datos')
    await says(element, 'Tus datos están en tus descargas')
    page.lang = 'en'
    await says(element, 'Your data is in your downloads')
  })

  it('is said in the notice', async () => {
    let now = leaving()
    billingServer([
      on('DELETE', billingPaths.cancellation, () => {
        now = paying()
        return json(now)
      }),
      on('GET', paths.billing, () => json(now)),
      ...billingAnswers(),
    ])
    const element = notice()
    await press(element, 'Conservar mi suscripción')
    await says(element, 'Listo, te quedas')
    page.lang = 'en'
    await says(element, 'Done, you are staying')
  })

  it('stays in the card fields as typed, which are drawn in the new language', async () => {
    const stripe = fakeStripe()
    billingServer(billingAnswers())
    const element = panel()
    await press(element, 'Cambiar')
    await until(() => element.querySelector('input'))
    const field = element.querySelector('input')!
    field.value = '4242'
    page.lang = 'en'
    await says(element, 'Save card')
    expect(dialogIn(element)!.shadowRoot!.querySelector('h2')!.innerText).toBe('Your new card')
    expect(stripe.asked).toEqual(['fields seti_1_secret_1', 'speak en'])
    expect(element.querySelector('input')).toBe(field)
    expect(field.value).toBe('4242')
  })

  it('stays in the steps of a cancellation', async () => {
    billingServer(billingAnswers())
    const element = panel()
    await press(element, 'Cancelar suscripción')
    await press(element, 'Continuar')
    await until(() => dialogIn(element)!.shadowRoot!.querySelector('textarea'))
    one<HTMLTextAreaElement>(dialogIn(element)!, 'textarea').value = 'Volvemos en enero.'
    page.lang = 'en'
    await says(element, 'Continue')
    expect(dialogIn(element)!.getAttribute('lang') ?? one(dialogIn(element)!, 'dialog').lang).toBe('en')
    expect(one<HTMLTextAreaElement>(dialogIn(element)!, 'textarea').value).toBe('Volvemos en enero.')
  })

  it('starts afresh in the card fields of a purchase, and only once', async () => {
    fakeStripe().savedCards = []
    buying.purchaseServer()
    const element = buying.purchaseElement('waizant-encounter-purchase')
    await buying.press(element, 'Cambiar')
    await until(() => element.querySelector('fieldset'))
    const first = element.querySelector('fieldset')
    page.lang = 'en'
    await until(() => element.querySelector('fieldset') && element.querySelector('fieldset') !== first)
    expect(element.querySelectorAll('fieldset').length).toBe(1)
  })

  it('is said in the purchase of encounters', async () => {
    fakeStripe()
    buying.purchaseServer()
    const element = buying.purchaseElement('waizant-encounter-purchase')
    await until(() =>
      all<HTMLButtonElement>(element, '[part~=action-main]').some(({ ariaBusy }) => ariaBusy === 'false'),
    )
    one<HTMLButtonElement>(element, '[part~=action-main]').click()
    await buying.says(element, 'Listo, tienes')
    page.lang = 'en'
    await buying.says(element, 'Done, you have')
  })

  it('is priced anew in the purchase of licences', async () => {
    const server = buying.purchaseServer(
      on('POST', purchasePaths.licencePrice, (times) =>
        json(seatQuote(10, times ? { at: '2026-11-21T10:09:00Z' } : {})),
      ),
    )
    const element = buying.purchaseElement('waizant-licence-purchase', 'quantity="10"')
    await buying.says(element, 'Agregar 2 licencias')
    page.lang = 'en'
    await buying.says(element, 'Add 2 licences')
    await until(() => server.asked('POST', purchasePaths.licencePrice).length === 2)
    expect(languages(server.asked('POST', purchasePaths.licencePrice))).toEqual(['es-MX', 'en'])
  })
})
