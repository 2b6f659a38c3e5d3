import { sendKeys } from '@web/test-runner-commands'
import type { WaizantCheckoutOpenEvent } from '../events/checkout-open.ts'
import { erpPlans } from '../fixtures/erp-plans.ts'
import { connect } from '../stores/connection.ts'
import { expect } from '../testing/expect.ts'
import { FakeServer, json, lost, problem } from '../testing/fake-server.ts'
import { all, button, clear, flaws, mount, one, ready, until, visibleText } from '../testing/page.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { addWords } from '../words/add-words.ts'
import './plan-picker.ts'
import type { WaizantPlanPicker } from './plan-picker.ts'

const picker = async (server: FakeServer, attributes = '') => {
  const element = mount<WaizantPlanPicker>(
    `<waizant-plan-picker api="${server.api}" catalogue="erp" ${attributes}></waizant-plan-picker>`,
  )
  return ready(element)
}

describe('<waizant-plan-picker> shows', () => {
  afterEach(clear)

  it('is accessible', async () => {
    const element = await picker(new FakeServer())
    await until(() => visibleText(element).includes('Pro'))
    expect(await flaws(element)).toEqual([])
  })

  it('the plans by the month, in pesos and Spanish', async () => {
    const element = await picker(new FakeServer())
    const text = await until(() => visibleText(element).includes('Enterprise') && visibleText(element))
    expect(text).toContain('$999.00')
    expect(text).toContain('MXN al mes')
    expect(text).toContain('Hasta 50 usuarios')
    expect(text).toContain('Todo lo de Básico, y además')
    expect(text).toContain('Recomendado')
    expect(text).toContain('A tu medida')
    expect(text.includes('$25,490.00\n')).toBe(false)
  })

  it('the year with what it saves, at once and without a request', async () => {
    const server = new FakeServer()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const requests = server.seen.length
    one<HTMLInputElement>(element, '[name=interval][value=year]').click()
    const text = visibleText(element)
    expect(text).toContain('$25,490.00')
    expect(text).toContain('Ahorra $4,498.00 al año')
    expect(text).toContain('Equivale a $2,124.17 al mes')
    await element.updateComplete
    expect(element.interval).toBe('year')
    expect(element.getAttribute('interval')).toBe('year')
    expect(server.seen.length).toBe(requests)
  })

  it('dollars after one request, and pesos again after none', async () => {
    const server = new FakeServer()
    const element = await picker(server)
    await until(() => visibleText(element).includes('$999.00'))
    one<HTMLInputElement>(element, '[name=currency][value=USD]').click()
    await until(() => visibleText(element).includes('$59.00'))
    one<HTMLInputElement>(element, '[name=currency][value=MXN]').click()
    await until(() => visibleText(element).includes('$999.00'))
    expect(server.asked('GET', /plans$/).length).toBe(2)
  })

  it('English when its locale or the page says so', async () => {
    const element = await picker(new FakeServer(), 'locale="en" interval="year"')
    const text = await until(() => visibleText(element).includes('Pro') && visibleText(element))
    expect(text).toContain('Up to 50 users')
    expect(text).toContain('Save $4,498.00 a year')
    expect(text).toContain('Everything in Básico, plus')
    expect(one(element, 'section').lang).toBe('en')
    expect(await flaws(element)).toEqual([])
  })

  it('two elements of a page with one request', async () => {
    const server = new FakeServer()
    const [first, second] = await Promise.all([picker(server), picker(server)])
    await until(() => visibleText(first!).includes('Pro') && visibleText(second!).includes('Pro'))
    expect(server.asked('GET', /plans$/).length).toBe(1)
  })

  it('what is picked in one element in the other one too', async () => {
    const server = new FakeServer()
    const [first, second] = await Promise.all([picker(server), picker(server)])
    await until(() => visibleText(second!).includes('Pro'))
    one<HTMLInputElement>(first!, '[name=interval][value=year]').click()
    await until(() => second!.interval === 'year' && one<HTMLInputElement>(second!, '[value=year]').checked)
    one<HTMLInputElement>(second!, '[name=interval][value=month]').click()
    await until(() => first!.interval === 'month' && one<HTMLInputElement>(first!, '[value=month]').checked)
  })

  it('hostile text as text', async () => {
    const list = structuredClone(erpPlans())
    const evil = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>'
    Object.assign(list.plans[0]!, {
      id: '"><b>x',
      name: evil,
      audience: evil,
      limitTexts: [evil],
      support: [evil],
    })
    list.plans[0]!.features = [{ id: 'a', name: evil, included: evil }]
    const element = await ready(mount<WaizantPlanPicker>('<waizant-plan-picker></waizant-plan-picker>'))
    element.plans = list
    await element.updateComplete
    expect(visibleText(element)).toContain('<img src=x')
    expect(all(element, 'img, script').length).toBe(0)
    expect('pwned' in globalThis).toBe(false)
  })

  it('an empty catalogue in words', async () => {
    const server = new FakeServer().on(({ path }) =>
      path.endsWith('/plans') ? json({ ...erpPlans(), plans: [] }) : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Por ahora no hay planes'))
    expect(await flaws(element)).toEqual([])
  })

  it('a failure with its reason, and the plans after a retry', async () => {
    let broken = true
    const server = new FakeServer().on(() =>
      broken ? problem(503, 'unavailable', 'Volvemos en unos minutos.') : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Volvemos en unos minutos.'))
    expect(await flaws(element)).toEqual([])
    broken = false
    one(element, '[part=retry]').click()
    await until(() => visibleText(element).includes('Pro') && !visibleText(element).includes('Volvemos'))
  })

  it('that there is no network, and the plans once it is back', async () => {
    const server = new FakeServer()
    server.on(lost('GET', '/v1/catalogues/erp/plans'))
    const element = await picker(server)
    await until(() => visibleText(element).includes('No logramos comunicarnos'))
    dispatchEvent(new Event('online'))
    await until(() => visibleText(element).includes('Pro'))
  })

  it('a shape of cards while the plans are on their way', async () => {
    let answer: (response: Response) => void = () => {}
    const server = new FakeServer().on(() => new Promise((resolve) => (answer = resolve)))
    const element = await picker(server)
    expect(all(element, '[part=skeleton]').length).toBe(3)
    expect(one(element, 'section').getAttribute('aria-busy')).toBe('true')
    expect(await flaws(element)).toEqual([])
    answer(json(erpPlans()))
    await until(() => visibleText(element).includes('Pro'))
  })
})

describe('<waizant-plan-picker> sells', () => {
  afterEach(clear)

  const opened = (id = 'chk_1') => ({ id, url: `https://pay.test/${id}`, expiresAt: '2026-11-22T00:00:00Z' })

  /** Keeps the test page where it is, and remembers where it would have gone. */
  const departures = () => {
    const urls: string[] = []
    const stay = (event: Event) => {
      event.preventDefault()
      urls.push((event as WaizantCheckoutOpenEvent).checkout.url)
    }
    addEventListener('waizant-checkout-open', stay)
    return { urls, end: () => removeEventListener('waizant-checkout-open', stay) }
  }

  const selling = () =>
    new FakeServer().on(({ method, path }) =>
      method === 'POST' && path === '/v1/checkouts' ? json(opened(), 201) : undefined,
    )

  it('with links that work without script', async () => {
    const server = new FakeServer()
    const element = await picker(server, 'interval="year"')
    await until(() => visibleText(element).includes('Pro'))
    expect(button(element, 'pro').getAttribute('href')).toBe(
      `${server.api}/comprar?catalogue=erp&plan=pro&interval=year&currency=MXN`,
    )
    expect(button(element, 'basico', 'trial').getAttribute('href')).toBe(`${server.api}/prueba?catalogue=erp`)
    expect(button(element, 'enterprise', 'contact').getAttribute('href')).toBe(
      `${server.api}/contacto?catalogue=erp&plan=enterprise`,
    )
  })

  it('one checkout, though the button is pressed twice', async () => {
    const server = selling()
    const element = await picker(server, 'interval="year"')
    await until(() => visibleText(element).includes('Pro'))
    const { urls, end } = departures()
    button(element, 'pro').click()
    button(element, 'pro').click()
    await until(() => urls.length)
    end()
    const [post, ...others] = server.asked('POST', '/v1/checkouts')
    expect(others.length).toBe(0)
    expect(urls).toEqual(['https://pay.test/chk_1'])
    const { buyer, successUrl, cancelUrl, ...order } = post!.body!
    expect(order).toEqual({
      catalogue: 'erp',
      plan: 'pro',
      interval: 'year',
      currency: 'MXN',
      locale: 'es-MX',
    })
    expect(successUrl).toBe(`${server.api}/gracias`)
    expect(cancelUrl).toBe(`${server.api}/precios`)
    expect(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(buyer))).toBe(
      true,
    )
    expect(Boolean(post!.headers.get('idempotency-key'))).toBe(true)
    expect(post!.headers.get('accept-language')).toBe('es-MX')
  })

  it('with the same key when the answer got lost', async () => {
    const server = selling()
    server.on(lost('POST', '/v1/checkouts'))
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const { urls, end } = departures()
    button(element, 'pro').click()
    await until(() => urls.length)
    end()
    const keys = server.asked('POST', '/v1/checkouts').map(({ headers }) => headers.get('idempotency-key'))
    expect(keys.length).toBe(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('with the same key after a reload, when no answer ever came', async () => {
    const server = selling()
    let down = true
    server.on(({ path }) => {
      if (down && path === '/v1/checkouts') throw new TypeError('Failed to fetch')
      return undefined
    })
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    button(element, 'pro').click()
    await until(() => visibleText(element).includes('No se te cobró nada.'))
    expect(await flaws(element)).toEqual([])
    element.remove()
    down = false
    const again = await picker(server)
    await until(() => visibleText(again).includes('Pro'))
    const { urls, end } = departures()
    button(again, 'pro').click()
    await until(() => urls.length)
    end()
    const keys = new Set(
      server.asked('POST', '/v1/checkouts').map(({ headers }) => headers.get('idempotency-key')),
    )
    expect(keys.size).toBe(1)
  })

  it('the same payment page when the buyer comes back without paying', async () => {
    const server = selling().on(({ method, path }) =>
      method === 'GET' && path === '/v1/checkouts/chk_1' ? json({ id: 'chk_1', status: 'open' }) : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const { urls, end } = departures()
    button(element, 'pro').click()
    await until(() => urls.length === 1)
    await until(() => button(element, 'pro').getAttribute('aria-busy') === 'false')
    button(element, 'pro').click()
    await until(() => urls.length === 2)
    end()
    expect(server.asked('POST', '/v1/checkouts').length).toBe(1)
    expect(urls[0]).toBe(urls[1])
  })

  it('nothing twice: who has paid is told so and shown the way', async () => {
    const server = selling().on(({ method, path }) =>
      method === 'GET' && path === '/v1/checkouts/chk_1'
        ? json({ id: 'chk_1', status: 'complete', catalogue: 'erp', plan: 'pro', planName: 'Pro' })
        : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const { urls, end } = departures()
    button(element, 'pro').click()
    await until(() => urls.length === 1)
    await until(() => button(element, 'pro').getAttribute('aria-busy') === 'false')
    button(element, 'pro').click()
    await until(() => visibleText(element).includes('Ya contrataste Pro.'))
    end()
    expect(server.asked('POST', '/v1/checkouts').length).toBe(1)
    const link = one<HTMLAnchorElement>(element, '[part=done] a')
    expect(link.href).toBe(`${server.api}/gracias?checkout=chk_1`)
    expect(await flaws(element)).toEqual([])
  })

  it('a new page with a new key when the old one has expired', async () => {
    let made = 0
    const server = new FakeServer().on(({ method, path }) => {
      if (method === 'POST' && path === '/v1/checkouts') return json(opened(`chk_${++made}`), 201)
      return path === '/v1/checkouts/chk_1' ? json({ id: 'chk_1', status: 'expired' }) : undefined
    })
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const { urls, end } = departures()
    button(element, 'pro').click()
    await until(() => urls.length === 1)
    await until(() => button(element, 'pro').getAttribute('aria-busy') === 'false')
    button(element, 'pro').click()
    await until(() => urls.length === 2)
    end()
    const keys = new Set(
      server.asked('POST', '/v1/checkouts').map(({ headers }) => headers.get('idempotency-key')),
    )
    expect(keys.size).toBe(2)
    expect(urls[1]).toBe('https://pay.test/chk_2')
  })

  it('again after the browser went back to a page it had kept', async () => {
    const server = selling()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    element.outcome = { plan: 'pro', busy: true }
    await element.updateComplete
    expect(button(element, 'pro').getAttribute('aria-busy')).toBe('true')
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await until(() => button(element, 'pro').getAttribute('aria-busy') === 'false')
  })

  it('with a refusal said beside the button, in the server’s words, and another try', async () => {
    let refuse = true
    const server = selling().on(({ method, path }) =>
      refuse && method === 'POST' && path === '/v1/checkouts'
        ? problem(422, 'plan-not-for-sale', 'Este plan ya no está a la venta.')
        : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    const failures: string[] = []
    element.addEventListener('waizant-error', ({ error }) => failures.push(error.code))
    const { urls, end } = departures()
    button(element, 'pro').click()
    await until(() => visibleText(element).includes('Este plan ya no está a la venta.'))
    expect(failures).toEqual(['plan-not-for-sale'])
    refuse = false
    one(element, 'article [part=retry]').click()
    await until(() => urls.length)
    end()
    const keys = new Set(
      server.asked('POST', '/v1/checkouts').map(({ headers }) => headers.get('idempotency-key')),
    )
    expect(keys.size).toBe(2)
  })

  it('never through an address that is no page', async () => {
    const server = new FakeServer().on(({ method, path }) =>
      method === 'POST' && path === '/v1/checkouts'
        ? json({ ...opened(), url: 'javascript:globalThis.pwned=1' }, 201)
        : undefined,
    )
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    button(element, 'pro').click()
    await until(() => visibleText(element).includes('Algo salió mal'))
    expect('pwned' in globalThis).toBe(false)
  })

  it('nothing when the host takes over', async () => {
    const server = selling()
    const element = await picker(server, 'interval="year"')
    await until(() => visibleText(element).includes('Pro'))
    let chosen: unknown
    element.addEventListener('waizant-plan-select', (event) => {
      event.preventDefault()
      chosen = event.selection
    })
    button(element, 'pro').click()
    expect(chosen).toEqual({
      action: 'buy',
      catalogue: 'erp',
      plan: 'pro',
      interval: 'year',
      currency: 'MXN',
    })
    expect(server.asked('POST', '/v1/checkouts').length).toBe(0)
  })
})

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
    await until(() => visibleText(element).includes('panel de facturación'))
    expect(server.asked('POST', /./).length).toBe(0)
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
    expect(server.asked('POST', '/v1/checkouts')[0]!.body!.ecosystem).toBe('legacy533')
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
