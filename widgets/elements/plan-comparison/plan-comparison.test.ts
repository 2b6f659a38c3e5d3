import { billing, money } from '../../fixtures/customer.ts'
import { erpPlans, longComparison } from '../../fixtures/erp-plans.ts'
import { connect } from '../../stores/connect.ts'
import { on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { FakeServer, json } from '../../testing/fake-server.ts'
import { all, button, clear, flaws, mount, one, ready, until, visibleText } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'
import './plan-comparison.ts'
import type { WaizantPlanComparison } from './plan-comparison.ts'

const comparison = async (server: FakeServer, attributes = '') => {
  const element = await ready(
    mount<WaizantPlanComparison>(
      `<waizant-plan-comparison api="${server.api}" catalogue="erp" ${attributes}></waizant-plan-comparison>`,
    ),
  )
  await until(() => visibleText(element).includes('Pro'))
  return element
}

const rows = (element: Element) =>
  all<HTMLTableRowElement>(element, 'tbody tr').filter((row) => row.checkVisibility())
const names = (element: Element) => rows(element).map((row) => row.querySelector('th')?.textContent?.trim())

describe('<waizant-plan-comparison> knows the customer', () => {
  afterEach(() => {
    connect({ ecosystem: '' })
    clear()
  })

  const column = (element: Element, plan: string) =>
    all<HTMLElement>(element, 'th[part=plan]').find((head) => head.querySelector(`[data-plan=${plan}]`))

  it('their plan is theirs at its interval, and the other interval a change', async () => {
    const server = new FakeServer().on(on('GET', paths.billing, () => json(billing())))
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = await comparison(server)
    await until(() => visibleText(element).includes('Tu plan actual'))
    const links = all(element, 'a[data-plan=basico]')
    expect(links.filter((link) => link.checkVisibility())).toEqual([])
    element.interval = 'year'
    await until(() => column(element, 'basico')?.innerText.includes('Cambiar a anual'))
    expect(visibleText(element).includes('Tu plan actual')).toBe(false)
    button(element, 'basico', 'change').click()
    await until(() => server.asked('POST', paths.preview).length)
    expect(server.asked('POST', paths.preview)[0]!.body).toEqual({ plan: 'basico', interval: 'year' })
  })

  it('an older version is theirs at their price, and the one that is sold now a change', async () => {
    const plans = erpPlans('MXN', 'es-MX')
    const renewed = { ...plans, plans: plans.plans.map((plan) => ({ ...plan, version: 2 })) }
    const server = new FakeServer()
      .on(({ path }) => (path.endsWith('/plans') ? json(renewed) : undefined))
      .on(on('GET', paths.billing, () => json(billing({ planPrice: money(79_900) }))))
    connect({ ecosystem: 'legacy533', getToken: () => 'a-token' })
    const element = await comparison(server)
    await until(() => visibleText(element).includes('Tu plan actual, versión 1'))
    const theirs = column(element, 'basico')!
    expect(theirs.innerText.includes('$799.00')).toBe(true)
    expect(button(element, 'basico', 'change').innerText).toBe('Pasar a la versión nueva: $999.00')
  })
})

describe('<waizant-plan-comparison> shows', () => {
  afterEach(clear)

  it('is accessible', async () => {
    expect(await flaws(await comparison(new FakeServer()))).toEqual([])
  })

  it('every row of every group, with a value for each plan', async () => {
    const element = await comparison(new FakeServer())
    const { comparison: groups } = erpPlans()
    expect(names(element)).toEqual(
      groups.flatMap((group) => [group.name, ...group.rows.map(({ name }) => name)]),
    )
    const row = rows(element).find((candidate) => candidate.textContent?.includes('Chat en vivo'))!
    const values = [...row.querySelectorAll('td')].map(
      (cell) => cell.querySelector('[role=img]')?.getAttribute('aria-label') ?? cell.textContent?.trim(),
    )
    expect(values).toEqual(['No incluido', 'Horario', '24/7'])
  })

  it('only differences when asked, without the groups that have none', async () => {
    const element = await comparison(new FakeServer())
    one<HTMLInputElement>(element, '[type=checkbox]').click()
    expect(names(element).includes('Sucursales')).toBe(false)
    expect(names(element).includes('Usuarios')).toBe(true)
    expect(names(element).includes('Chatbot WhatsApp')).toBe(true)
    one<HTMLInputElement>(element, '[type=checkbox]').click()
    expect(names(element).includes('Sucursales')).toBe(true)
  })

  it('the prices of the chosen interval over the columns, and the buttons', async () => {
    const element = await comparison(new FakeServer(), 'locale="en"')
    one<HTMLInputElement>(element, '[name=interval][value=year]').click()
    expect(visibleText(element)).toContain('$25,490.00')
    expect(button(element, 'pro').href).toContain('/en/buy?catalogue=erp&plan=pro&interval=year&currency=MXN')
    expect(await flaws(element)).toEqual([])
  })

  it('its header at the top while the rows pass under it', async () => {
    const element = await comparison(new FakeServer())
    element.plans = { ...erpPlans(), comparison: longComparison(20, 20) }
    await element.updateComplete
    scrollTo(0, 3000)
    await until(() => Math.abs(one(element, 'thead').getBoundingClientRect().bottom) < 400)
    expect(one(element, 'thead a').getBoundingClientRect().top >= 0).toBe(true)
    scrollTo(0, 0)
  })

  it('a thousand rows in slices that a browser may skip, under one title a group', async () => {
    const element = await comparison(new FakeServer())
    element.plans = { ...erpPlans(), comparison: longComparison(2, 500) }
    await element.updateComplete
    expect(all(element, 'tbody').length).toBe(20)
    expect(all(element, '[part=group]').length).toBe(2)
    expect(getComputedStyle(one(element, 'tbody')).contentVisibility).toBe('auto')
  })
})
