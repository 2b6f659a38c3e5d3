import { connect } from '../stores/connect.ts'
import { expect } from '../testing/expect.ts'
import { FakeServer, json, lost } from '../testing/fake-server.ts'
import { clear } from '../testing/page.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { buy } from './buy.ts'

const erp = { catalogue: 'erp', plan: 'pro', interval: 'year', currency: 'MXN' } as const
const returns = { locale: 'es-MX', successUrl: 'https://a.test/', cancelUrl: 'https://a.test/' } as const

describe('What a browser remembers of a purchase', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  /** A server on which every opened payment page is paid at once. */
  const shop = () => {
    let made = 0
    const server = new FakeServer().on(({ method, path }) => {
      if (method === 'POST') {
        const id = `chk_${++made}`
        return json({ id, url: `https://pay.test/${id}`, expiresAt: '2026-11-22T00:00:00Z' }, 201)
      }
      const id = path.split('/').at(-1)
      return json({ id, status: 'complete', plan: 'pro', planName: 'Pro' })
    })
    const order = (more: object = {}) =>
      buy({ server: server.api, locale: 'es-MX' }, { ...erp, ...returns, ...more })
    return { server, order }
  }

  it('is of the one it was for: a stranger’s purchase is not that of an ecosystem, nor of a mail’s link', async () => {
    const { order } = shop()
    expect((await order()).status).toBe('open')
    for (const other of [
      { ecosystem: 'clinica' },
      { ecosystem: 'boticas' },
      { link: 'a.b' },
      { link: 'c.d' },
    ])
      expect((await order(other)).status).toBe('open')
    for (const same of [{}, { ecosystem: 'clinica' }, { link: 'a.b' }])
      expect((await order(same)).status).toBe('owned')
  })

  it('is reported once: the next one is a purchase of its own, and other customers’ are kept', async () => {
    const { order } = shop()
    await order()
    await order({ ecosystem: 'clinica' })
    expect((await order()).status).toBe('owned')
    expect((await order()).status).toBe('open')
    expect((await order({ ecosystem: 'clinica' })).status).toBe('owned')
  })

  it('sends no other’s order again whose answer was lost', async () => {
    const { server, order } = shop()
    server.on(lost('POST', '/v1/checkouts', 2))
    await order().catch(() => {})
    await order({ ecosystem: 'clinica' })
    const sent = server.asked('POST', '/v1/checkouts').map(({ body }) => body!.ecosystem)
    expect(sent.at(-1)).toBe('clinica')
  })
})
