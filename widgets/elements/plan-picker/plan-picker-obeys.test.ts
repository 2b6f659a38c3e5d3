import { sendKeys } from '@web/test-runner-commands'
import { billing, money } from '../../fixtures/customer.ts'
import { erpPlans } from '../../fixtures/erp-plans.ts'
import { addWords } from '../../i18n/add-words.ts'
import { connect } from '../../stores/connect.ts'
import { expect } from '../../testing/expect.ts'
import { FakeServer, json, problem } from '../../testing/fake-server.ts'
import { all, button, clear, flaws, one, until, visibleText } from '../../testing/page.ts'
import { picker } from '../../testing/picker.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

describe('<waizant-plan-picker> knows the customer', () => {
  afterEach(() => {
    connect({ ecosystem: '' })
    clear()
  })

  const customer = (status: string) =>
    new FakeServer().on(({ path }) =>
      path === '/v1/ecosystems/legacy533/billing'
        ? json({ catalogue: 'erp', plan: 'basico', status })
        : undefined,
    )

  it('their plan is marked and not sold again; the others are changes', async () => {
    const server = customer('active')
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = await picker(server)
    await until(() => visibleText(element).includes('Tu plan actual'))
    expect(all(element, 'a[data-plan=basico]').length).toBe(0)
    expect(button(element, 'pro', 'change').innerText).toBe('Cambiar a Pro')
    expect(await flaws(element)).toEqual([])
    button(element, 'pro', 'change').click()
    await until(() => server.asked('POST', /./).length)
    expect(server.asked('POST', /./).map(({ path, body }) => [path, body])).toEqual([
      ['/v1/ecosystems/legacy533/plan-changes/preview', { plan: 'pro', interval: 'month' }],
    ])
  })

  it('their plan is theirs at the interval that they pay for; the other one is a change', async () => {
    for (const [interval, other, words] of [
      ['month', 'year', 'Cambiar a anual'],
      ['year', 'month', 'Cambiar a mensual'],
    ] as const) {
      const server = new FakeServer().on(({ path }) =>
        path === '/v1/ecosystems/legacy533/billing' ? json(billing({ interval })) : undefined,
      )
      connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
      const element = await picker(server, `interval="${interval}"`)
      await until(() => visibleText(element).includes('Tu plan actual'))
      expect(visibleText(element).includes(words)).toBe(false)
      element.interval = other
      await until(() => visibleText(element).includes(words))
      expect(visibleText(element).includes('Tu plan actual')).toBe(false)
      button(element, 'basico', 'change').click()
      await until(() => server.asked('POST', /./).length)
      expect(server.asked('POST', /./)[0]!.body).toEqual({ plan: 'basico', interval: other })
      clear()
    }
  })

  it('an older version is theirs at their price, and the one that is sold now a change', async () => {
    const plans = erpPlans('MXN', 'es-MX')
    const renewed = { ...plans, plans: plans.plans.map((plan) => ({ ...plan, version: 2 })) }
    const theirs = billing({ planPrice: money(79_900) })
    const server = new FakeServer().on(({ path }) =>
      path.endsWith('/plans')
        ? json(renewed)
        : path === '/v1/ecosystems/legacy533/billing'
          ? json(theirs)
          : undefined,
    )
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = await picker(server)
    await until(() => visibleText(element).includes('Tu plan actual, versión 1'))
    const card = one(element, '[part~=card]:has(#name-basico)')
    expect(card.innerText.includes('$799.00')).toBe(true)
    expect(button(element, 'basico', 'change').innerText).toBe('Pasar a la versión nueva: $999.00')
    button(element, 'basico', 'change').click()
    await until(() => server.asked('POST', /./).length)
    expect(server.asked('POST', /./)[0]!.body).toEqual({ plan: 'basico', interval: 'month' })
  })

  it('who is in trial may buy any plan, for their ecosystem', async () => {
    const server = customer('trialing').on(({ method }) =>
      method === 'POST' ? problem(503, 'unavailable', 'Vuelve en un momento.') : undefined,
    )
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = await picker(server)
    await until(() => visibleText(element).includes('Tu plan actual'))
    button(element, 'basico').click()
    await until(() => visibleText(element).includes('Vuelve en un momento.'))
    const [post] = server.asked('POST', '/v1/checkouts')
    expect(post!.body!.ecosystem).toBe('legacy533')
    expect(post!.headers.get('authorization')).toBe('Bearer a-token')
  })

  it('who comes from a mail about their trial buys for it without signing in', async () => {
    const server = new FakeServer().on(({ method }) =>
      method === 'POST' ? problem(403, 'link-not-valid', 'Este enlace ya no sirve.') : undefined,
    )
    history.replaceState(null, '', `${location.pathname}?waizant-link=lopez.1.x`)
    const element = await picker(server)
    button(element, 'basico').click()
    await until(() => visibleText(element).includes('Este enlace ya no sirve.'))
    history.replaceState(null, '', location.pathname)
    const [post] = server.asked('POST', '/v1/checkouts')
    expect([post!.body!.link, post!.body!.ecosystem]).toEqual(['lopez.1.x', undefined])
    expect(post!.headers.get('authorization')).toBe(null)
  })
})

describe('<waizant-plan-picker> obeys', () => {
  afterEach(clear)

  it('the keyboard alone', async () => {
    const element = await picker(new FakeServer())
    await until(() => visibleText(element).includes('Pro'))
    const focused = () => element.shadowRoot?.activeElement as HTMLElement | null
    await sendKeys({ press: 'Tab' })
    await until(() => (focused() as HTMLInputElement | null)?.value === 'month')
    await sendKeys({ press: 'ArrowRight' })
    await until(() => visibleText(element).includes('$25,490.00') && element.interval === 'year')
    await sendKeys({ press: 'Tab' })
    await until(() => (focused() as HTMLInputElement | null)?.value === 'MXN')
    await sendKeys({ press: 'Tab' })
    await until(() => focused()?.innerText === 'Contratar Básico')
    let chosen = ''
    element.addEventListener('waizant-plan-select', (event) => {
      event.preventDefault()
      chosen = event.selection.interval
    })
    await sendKeys({ press: 'Enter' })
    await until(() => chosen === 'year')
  })

  it('the words and the language that a host adds', async () => {
    addWords('es-MX', { plans: { recommended: 'El favorito' } })
    addWords('fr', { plans: { buy: (plan) => `Choisir ${plan}` } })
    const [spanish, french] = [await picker(new FakeServer()), await picker(new FakeServer(), 'locale="fr"')]
    await until(() => visibleText(spanish).includes('El favorito'))
    await until(() => visibleText(french).includes('Choisir Pro') && visibleText(french).includes('Monthly'))
    addWords('es-MX', { plans: { recommended: 'Recomendado' } })
    await until(() => visibleText(spanish).includes('Recomendado'))
  })

  it('the host’s choice of a plan to recommend, its slots and its colours', async () => {
    const element = await picker(new FakeServer(), 'plan="basico" style="--waizant-accent: rgb(200, 0, 0)"')
    await until(() => visibleText(element).includes('Pro'))
    expect(one(element, '[part~=card-main] h3').innerText).toBe('Básico')
    expect(getComputedStyle(button(element, 'basico')).backgroundColor).toBe('rgb(200, 0, 0)')
    element.innerHTML = '<b slot="badge">Para ti</b><i slot="plan-pro">Con regalo</i>'
    expect(one<HTMLSlotElement>(element, 'slot[name=plan-pro]').assignedElements().length).toBe(1)
  })
})
