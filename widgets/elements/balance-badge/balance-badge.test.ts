import { connect } from '../../stores/connect.ts'
import { expect } from '../../testing/expect.ts'
import { FakeServer, json, problem } from '../../testing/fake-server.ts'
import { clear, flaws, mount, one, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'
import './balance-badge.ts'
import type { WaizantBalanceBadge } from './balance-badge.ts'

const balance = (amount: number) => ({
  balance: { amount, currency: 'MXN', text: '$1,250.50' },
  movements: [
    {
      id: 'm1',
      at: '2026-11-02T10:00:00Z',
      amount: { amount: 125050, currency: 'MXN', text: '$1,250.50' },
      reason: 'Cambio de Pro a Básico <b>',
    },
  ],
})

const text = (element: Element) =>
  (element.shadowRoot?.querySelector('div') as HTMLElement | null)?.innerText ?? ''

const badge = (server: FakeServer, attributes = '') =>
  mount<WaizantBalanceBadge>(
    `<waizant-balance-badge api="${server.api}" ${attributes}></waizant-balance-badge>`,
  )

const holding = (amount = 125050) =>
  new FakeServer().on(({ path }) =>
    path === '/v1/ecosystems/legacy533/balance' ? json(balance(amount)) : undefined,
  )

describe('<waizant-balance-badge>', () => {
  afterEach(() => {
    connect({ ecosystem: '' })
    clear()
  })

  it('explains that everything was deleted, and offers no other try that could not help', async () => {
    const detail = 'Los datos de este ecosistema se eliminaron el 3 de mayo de 2027.'
    const server = new FakeServer().on(({ path }) =>
      path.endsWith('/balance') ? problem(410, 'ecosystem-deleted', detail) : undefined,
    )
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = badge(server)
    await until(() => text(element).includes(detail))
    expect(element.shadowRoot!.querySelector('button')).toBe(null)
  })

  it('shows nothing until a customer is connected', async () => {
    const server = holding()
    const element = badge(server)
    await element.updateComplete
    expect(text(element)).toBe('')
    expect(server.seen.length).toBe(0)
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    await until(() => text(element).includes('$1,250.50'))
    expect(text(element)).toContain('Saldo a favor')
    expect(server.seen[0]!.headers.get('authorization')).toBe('Bearer a-token')
  })

  it('asks once for two badges and the token each time', async () => {
    const server = holding()
    connect({ ecosystem: 'legacy533', getToken: async () => 'a-token' })
    const [first, second] = [badge(server), badge(server)]
    await until(() => text(first).includes('$1,250.50') && text(second).includes('$1,250.50'))
    expect(server.seen.length).toBe(1)
  })

  it('opens its movements with the keyboard and is accessible then, in English too', async () => {
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = badge(holding(), 'locale="en"')
    await until(() => text(element).includes('Balance'))
    expect(await flaws(element)).toEqual([])
    one(element, '[part=badge]').focus()
    one<HTMLButtonElement>(element, '[part=badge]').click()
    await until(() => one(element, '[part=movements]').matches(':popover-open'))
    expect(one(element, '[part=movements]').innerText).toContain('Nov 2, 2026')
    expect(one(element, '[part=movements]').innerText).toContain('Cambio de Pro a Básico <b>')
    await until(() => one(element, '[part=badge]').ariaExpanded === 'true')
    expect(await flaws(element)).toEqual([])
  })

  it('calls a debt a debt', async () => {
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = badge(holding(-5000))
    await until(() => text(element).includes('Saldo pendiente'))
  })

  it('says why there is no balance, and tries again', async () => {
    let allowed = false
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const server = holding().on(() =>
      allowed ? undefined : problem(401, 'token-expired', 'Tu sesión terminó. Vuelve a entrar.'),
    )
    const element = badge(server)
    await until(() => text(element).includes('Tu sesión terminó.'))
    expect(await flaws(element)).toEqual([])
    allowed = true
    one(element, '[part=retry]').click()
    await until(() => text(element).includes('$1,250.50'))
  })
})
