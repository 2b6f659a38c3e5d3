import '../elements/balance-badge/balance-badge.ts'
import { write } from '../api/mutate.ts'
import { paying } from '../fixtures/billing.ts'
import { panel, says, textOf } from '../testing/billing.ts'
import { billingAnswers } from '../testing/billing-answers.ts'
import { expect } from '../testing/expect.ts'
import { FakeServer, json, problem } from '../testing/fake-server.ts'
import { clear, until } from '../testing/page.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import { connect } from './connect.ts'

const ended = 'Tu sesión terminó.'

/** A server that accepts only the token `good`. */
const guarded = () => {
  const server = new FakeServer()
  for (const answer of billingAnswers(paying())) server.on(answer)
  server.on(({ method }) => (method === 'POST' ? json({ done: true }) : undefined))
  server.on(({ headers }) =>
    headers.get('authorization') === 'Bearer good' ? undefined : problem(401, 'unauthorized', ended),
  )
  connect(null)
  connect({ api: server.api })
  return server
}

const legacy = (getToken: () => string | null | Promise<string>) =>
  connect({ ecosystem: 'legacy533', getToken })

describe('A token that becomes good, with no other call of connect', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  for (const [name, moment] of [
    ['when the window is used again', () => dispatchEvent(new Event('focus'))],
    ['when the page is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['when the network is back', () => dispatchEvent(new Event('online'))],
    ['after a moment, though nothing happens', () => {}],
  ] as const)
    it(`heals ${name}`, async () => {
      guarded()
      let token = 'expired'
      legacy(() => token)
      const element = panel()
      await says(element, ended)
      token = 'good'
      moment()
      await says(element, 'Próximo pago')
      expect(textOf(element).includes(ended)).toBe(false)
    })

  it('heals where the callback had failed, or had none', async () => {
    for (const bad of [() => Promise.reject(new Error('offline')), () => null]) {
      guarded()
      let getToken: () => string | null | Promise<string> = bad
      legacy(() => getToken())
      const element = panel()
      await until(() => element.shadowRoot!.querySelector('[part=problem]'))
      getToken = () => 'good'
      dispatchEvent(new Event('focus'))
      await says(element, 'Próximo pago')
      clear()
    }
  })

  it('is asked for once more before anything is said, also where something is paid', async () => {
    const server = guarded()
    const tokens = ['old']
    legacy(() => tokens.shift() ?? 'good')
    const speaker = { api: server.api, locale: 'es-MX' }
    expect(await write(speaker, 'encounters', { body: {}, key: 'one' })).toEqual({ done: true })
    const keys = server.asked('POST', /encounters$/).map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toEqual(['one', 'one'])
  })

  it('is not sent again and again while it is the one that was refused', async () => {
    const server = guarded()
    legacy(() => 'expired')
    const element = panel()
    await says(element, ended)
    const moment = (ms = 300) => new Promise((resolve) => setTimeout(resolve, ms))
    await moment(2_000)
    const before = server.asked('GET', /./).length
    for (let times = 0; times < 5; times++) dispatchEvent(new Event('focus'))
    await moment()
    expect(server.asked('GET', /./).length).toBe(before)
  })
})
