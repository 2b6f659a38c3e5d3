import type { PlanList } from '#contract/plan'
import { erpPlans } from '../fixtures/erp-plans.ts'
import { expect } from '../testing/expect.ts'
import { FakeServer, json, problem } from '../testing/fake-server.ts'
import { all, button, clear, flaws, mount, one, until, visibleText } from '../testing/page.ts'
import { picker } from '../testing/picker.ts'
import { afterEach, beforeEach, describe, it } from '../testing/suite.ts'
import '../elements/plan-comparison/plan-comparison.ts'

const realTimeout = globalThis.setTimeout
let pauses: number[] = []

/** Shortens every long pause, and records it, so that no test waits for seconds. */
const hurry = (): void => {
  pauses = []
  globalThis.setTimeout = ((act: () => void, ms = 0) => {
    if (ms > 1_000) pauses.push(ms)
    return realTimeout(act, Math.min(ms, 15))
  }) as typeof setTimeout
}

const hide = (isHidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

/** The catalogue after Pro was published at another price. */
const dearer = (own: (list: PlanList) => void = () => {}): PlanList => {
  const list = erpPlans()
  const { prices } = list.plans[1]!
  prices.month = { amount: 259_900, currency: 'MXN', text: '$2,599.00' }
  prices.year = { amount: 2_650_000, currency: 'MXN', text: '$26,500.00' }
  own(list)
  return list
}

/** A server whose catalogue a test can change. */
const shop = () => {
  const state: { list: PlanList; broken: boolean } = { list: erpPlans(), broken: false }
  const server = new FakeServer().on(({ path }) => {
    if (!path.endsWith('/plans')) return undefined
    return state.broken ? problem(503, 'unavailable', 'Volvemos en unos minutos.') : json(state.list)
  })
  const asked = () => server.asked('GET', /plans$/).length
  return { server, state, asked }
}

const more = async (asked: () => number, times: number) => {
  const before = asked()
  await until(() => asked() >= before + times)
}

const said = (element: Element) =>
  all(element, '[role=status]')
    .map((status) => status.textContent)
    .join(' ')

describe('An open page of prices', () => {
  beforeEach(hurry)
  afterEach(() => {
    hide(false)
    globalThis.setTimeout = realTimeout
    clear()
  })

  it('shows what was published since, and says it, without a reload', async () => {
    const { server, state } = shop()
    const element = await picker(server)
    await until(
      () => visibleText(element).includes('$2,499.00') && all(element, '[role=status]').length === 2,
    )
    state.list = dearer()
    await until(() => visibleText(element).includes('$2,599.00'))
    await until(() => said(element).includes('Pro ahora cuesta $2,599.00 al mes.'))
    expect(await flaws(element)).toEqual([])
  })

  it('asks so often that a price is there within five seconds of its publication', async () => {
    const { server, asked } = shop()
    await picker(server)
    await more(asked, 2)
    expect(pauses.every((ms) => ms <= 3_500)).toBe(true)
    expect(pauses.length > 0).toBe(true)
  })

  it('leaves a visitor what they chose, where they are and what they focus', async () => {
    const { server, state } = shop()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro') && all(element, '[role=status]').length === 2)
    one<HTMLInputElement>(element, '[name=interval][value=year]').click()
    await element.updateComplete
    const link = button(element, 'pro')
    link.focus()
    link.scrollIntoView({ block: 'center' })
    const top = link.getBoundingClientRect().top
    state.list = dearer()
    await until(() => visibleText(element).includes('$26,500.00'))
    expect(element.interval).toBe('year')
    expect(one<HTMLInputElement>(element, '[value=year]').checked).toBe(true)
    expect(element.shadowRoot?.activeElement === link).toBe(true)
    expect(Math.round(link.getBoundingClientRect().top)).toBe(Math.round(top))
    await until(() => said(element).includes('Pro ahora cuesta $26,500.00 al año.'))
  })

  it('keeps a form open that a visitor is filling in', async () => {
    const { server, state } = shop()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    button(element, 'enterprise', 'contact').click()
    const dialog = await until(() => element.shadowRoot?.querySelector('waizant-lead-dialog'))
    const field = await until(() => dialog.shadowRoot?.querySelector<HTMLInputElement>('#name'))
    field.value = 'Ana López'
    state.list = dearer()
    await until(() => visibleText(element).includes('$2,599.00'))
    expect(dialog.isConnected && field.isConnected && field.value).toBe('Ana López')
  })

  it('follows in the comparison, too, with one request for all elements', async () => {
    const { server, state, asked } = shop()
    const element = await picker(server)
    const table = mount<HTMLElement>(
      `<waizant-plan-comparison api="${server.api}" catalogue="erp"></waizant-plan-comparison>`,
    )
    await until(() => visibleText(table).includes('$2,499.00') && all(table, '[role=status]').length === 2)
    state.list = dearer()
    await until(() => visibleText(table).includes('$2,599.00') && visibleText(element).includes('$2,599.00'))
    await until(() => said(table).includes('Pro ahora cuesta'))
    const before = asked()
    const rounds = pauses.length
    await until(() => pauses.length >= rounds + 3)
    expect(asked() - before <= 4).toBe(true)
  })

  it('says that plans came or went', async () => {
    const { server, state } = shop()
    const element = await picker(server)
    await until(
      () => visibleText(element).includes('Enterprise') && all(element, '[role=status]').length === 2,
    )
    const list = erpPlans()
    state.list = { ...list, plans: list.plans.slice(0, 2) }
    await until(() => !visibleText(element).includes('Enterprise'))
    await until(() => said(element).includes('Los planes se actualizaron.'))
  })

  it('is silent and still while nothing changes', async () => {
    const { server, asked } = shop()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro') && all(element, '[role=status]').length === 2)
    let busy = 0
    new MutationObserver((records) => {
      busy += records.length
    }).observe(element.shadowRoot!, { attributes: true, childList: true, characterData: true, subtree: true })
    await more(asked, 3)
    expect(busy).toBe(0)
    expect(said(element).trim()).toBe('')
  })

  it('pauses while the page is hidden, and checks at once when it is shown', async () => {
    const { server, state, asked } = shop()
    const element = await picker(server)
    await more(asked, 1)
    hide(true)
    await new Promise((resolve) => realTimeout(resolve, 60))
    const before = asked()
    await new Promise((resolve) => realTimeout(resolve, 120))
    expect(asked()).toBe(before)
    state.list = dearer()
    hide(false)
    await until(() => visibleText(element).includes('$2,599.00'))
  })

  it('waits longer each time that no answer comes, keeps what it shows, and recovers', async () => {
    const { server, state } = shop()
    const element = await picker(server)
    await until(() => visibleText(element).includes('$2,499.00'))
    state.broken = true
    await until(() => pauses.some((ms) => ms > 20_000))
    expect(visibleText(element)).toContain('$2,499.00')
    expect(visibleText(element).includes('Volvemos')).toBe(false)
    expect(pauses.every((ms) => ms <= 60_000)).toBe(true)
    Object.assign(state, { broken: false, list: dearer() })
    await until(() => visibleText(element).includes('$2,599.00'))
  })

  it('asks no more once it is gone', async () => {
    const { server, asked } = shop()
    await picker(server)
    await more(asked, 1)
    clear()
    await new Promise((resolve) => realTimeout(resolve, 60))
    const before = asked()
    await new Promise((resolve) => realTimeout(resolve, 120))
    expect(asked()).toBe(before)
  })

  it('leaves alone what its host gave it', async () => {
    const { server, asked } = shop()
    const element = await picker(server)
    await until(() => visibleText(element).includes('Pro'))
    element.plans = erpPlans()
    await element.updateComplete
    await new Promise((resolve) => realTimeout(resolve, 60))
    const before = asked()
    await new Promise((resolve) => realTimeout(resolve, 120))
    expect(asked()).toBe(before)
  })
})
