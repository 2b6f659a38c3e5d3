import { paying } from '../fixtures/billing.ts'
import { connect } from '../stores/connect.ts'
import { billingServer, panel, says } from '../testing/billing.ts'
import { billingAnswers } from '../testing/billing-answers.ts'
import { paths } from '../testing/customer-answers.ts'
import { expect } from '../testing/expect.ts'
import { clear, mount, until } from '../testing/page.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { addWords } from '../words.ts'

const page = document.documentElement

const languageOf = (element: Element) =>
  element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang') ?? undefined

describe('The language of an element', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
    page.removeAttribute('lang')
  })

  const tags: [string, string][] = [
    ['ES-mx', 'es-MX'],
    ['es_MX', 'es-MX'],
    ['es-419', 'es-MX'],
    ['es-XX', 'es-MX'],
    ['EN', 'en'],
    ['en_gb', 'en'],
    ['fr', 'en'],
    ['est', 'en'],
  ]
  for (const [tag, language] of tags)
    it(`is ${language} for ${tag}, as the page's lang and as the element's own`, async () => {
      const server = billingServer(billingAnswers())
      page.lang = tag
      const first = panel()
      await until(() => languageOf(first) === language)
      page.lang = language === 'en' ? 'es' : 'en'
      const second = panel(`locale="${tag}"`)
      await until(() => languageOf(second) === language)
      const asked = server.asked('GET', paths.billing)[0]!.headers.get('accept-language')
      expect(asked).toBe(language)
    })

  it('follows the page when it changes, in a host’s shadow tree, too', async () => {
    billingServer(billingAnswers(paying()))
    page.lang = 'es-MX'
    const host = mount('<div></div>')
    const inside = host.attachShadow({ mode: 'open' })
    inside.innerHTML = '<waizant-billing-panel></waizant-billing-panel>'
    const [element, other] = [inside.firstElementChild!, panel()]
    await says(element, 'Próximo pago')
    await says(other, 'Próximo pago')
    page.lang = 'EN-us'
    await says(element, 'Next payment')
    await says(other, 'Next payment')
  })

  it('is one that a host added, for any of its regions', async () => {
    addWords('pt_BR', { panel: { title: 'A sua conta' } })
    addWords('it', { panel: { title: 'Il tuo conto' } })
    billingServer(billingAnswers())
    for (const [tag, language] of [
      ['pt-br', 'pt-BR'],
      ['IT-ch', 'it'],
      ['pt-PT', 'en'],
    ]) {
      page.lang = tag!
      const element = panel()
      await until(() => languageOf(element) === language)
    }
  })
})
