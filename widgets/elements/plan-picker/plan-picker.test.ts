import { erpPlans } from '../../fixtures/erp-plans.ts'
import { expect } from '../../testing/expect.ts'
import { FakeServer, json, lost, problem } from '../../testing/fake-server.ts'
import { all, clear, flaws, mount, one, ready, until, visibleText } from '../../testing/page.ts'
import { picker } from '../../testing/picker.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'
import type { WaizantPlanPicker } from './plan-picker.ts'

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
