import type { WaizantCheckoutOpenEvent } from '../../events/checkout-open.ts'
import { expect } from '../../testing/expect.ts'
import { FakeServer, json, lost, problem } from '../../testing/fake-server.ts'
import { button, clear, flaws, one, until, visibleText } from '../../testing/page.ts'
import { picker } from '../../testing/picker.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

describe('<waizant-plan-picker> sells', () => {
  afterEach(clear)

  const opened = (id = 'chk_1') => ({ id, url: `https://pay.test/${id}`, expiresAt: '2026-11-22T00:00:00Z' })

  /** Keeps the test page where it is, and records where it would have gone. */
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
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
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

  it('nothing twice: a customer who has paid is told so and gets a link', async () => {
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

  it('with a refusal shown next to the button, in the server’s words, and another try', async () => {
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
