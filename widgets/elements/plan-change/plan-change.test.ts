import { sendKeys } from '@web/test-runner-commands'
import { billing, money, recommendation } from '../../fixtures/customer.ts'
import { erpPlans } from '../../fixtures/erp-plans.ts'
import { upgrade } from '../../fixtures/quotes.ts'
import { connect } from '../../stores/connect.ts'
import { customerAnswers, on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, lost, problem } from '../../testing/fake-server.ts'
import { all, button, clear, one, ready, until } from '../../testing/page.ts'
import { picker } from '../../testing/picker.ts'
import {
  buttonOf,
  customerServer,
  dialogOf,
  planChange,
  press,
  reviewed,
  said,
  says,
} from '../../testing/plan-change.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const leave = () => {
  clear()
  connect({ ecosystem: '' })
}

/** The focused element inside the dialog. */
const focused = (element: Element) => dialogOf(element)?.shadowRoot?.activeElement as HTMLElement | null

describe('<waizant-plan-change>', () => {
  afterEach(leave)

  it('shows nothing and requests nothing until a customer is connected', async () => {
    const server = customerServer()
    connect({ ecosystem: '' })
    const element = await planChange(server)
    await element.open()
    expect(all(element, 'button').length).toBe(0)
    expect(server.seen.length).toBe(0)
    expect(element.opened).toBe(false)
  })

  it('asks for nothing before it is opened, then once for each thing', async () => {
    const server = customerServer()
    const [first, second] = [await planChange(server), await planChange(server)]
    expect(server.seen.length).toBe(0)
    await Promise.all([first.open(), second.open()])
    await says(first, 'Recomendado')
    await says(second, 'Recomendado')
    expect(server.seen.map(({ path }) => path).sort()).toEqual([
      '/v1/catalogues/erp/plans',
      paths.billing,
      paths.recommendation,
    ])
  })

  it('shows an older version at its price, and the one that is sold now as a change with its own words', async () => {
    const plans = erpPlans('MXN', 'es-MX')
    const renewed = { ...plans, plans: plans.plans.map((plan) => ({ ...plan, version: 2 })) }
    const side = { ...upgrade().from, plan: 'basico', planName: 'Básico' }
    const server = customerServer(
      ({ path }) => (path.endsWith('/plans') ? json(renewed) : undefined),
      ...customerAnswers({
        billing: billing({ planPrice: money(79_900) }),
        quote: upgrade({ from: side, to: { ...side, planVersion: 2 } }),
      }),
    )
    const element = await planChange(server)
    await element.open()
    await says(element, 'Tu plan actual, versión 1')
    const rows = [...dialogOf(element)!.shadowRoot!.querySelectorAll<HTMLElement>('[part=option]')]
    const texts = rows.map((row) => row.innerText.replaceAll(/\s+/g, ' '))
    expect(texts.slice(0, 2).map((text) => /\$[\d.]+/.exec(text)?.[0])).toEqual(['$799.00', '$999.00'])
    expect(texts[1]!.includes('Versión nueva')).toBe(true)
    rows[1]!.click()
    await press(element, 'Revisar el cambio')
    await says(element, 'Tu cambio a la versión nueva de Básico')
    expect(server.asked('POST', paths.preview)[0]!.body).toEqual({ plan: 'basico', interval: 'month' })
  })

  it('shows a saving only next to the prices of its own interval', async () => {
    const saving = 'Con Básico pagarías $15,301.00 menos al año.'
    const { reason } = recommendation()
    const server = customerServer(
      ...customerAnswers({
        billing: billing({ plan: 'pro', planName: 'Pro', interval: 'year' }),
        recommendation: recommendation({
          plan: 'basico',
          interval: 'year',
          reason: { ...reason, code: 'cheaper', text: saving },
        }),
      }),
    )
    const element = await planChange(server)
    await element.open()
    await says(element, saving)
    dialogOf(element)!.shadowRoot!.querySelector<HTMLElement>('[name=interval][value=month]')!.click()
    await until(() => !said(element).includes(saving))
  })

  it('recommends with a reason, marks the current plan, and links to what has no price', async () => {
    const element = await planChange(customerServer())
    await element.open()
    await says(element, 'Usas 8 de 10 usuarios')
    const radios = [...dialogOf(element)!.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=plan]')]
    expect(radios.map(({ value, checked, disabled }) => [value, checked, disabled])).toEqual([
      ['basico', false, true],
      ['pro', true, false],
    ])
    expect(said(element)).toContain('Tu plan actual')
    expect(one<HTMLAnchorElement>(dialogOf(element)!, 'a').search).toContain('plan=enterprise')
  })

  it('offers the current plan by the year', async () => {
    const server = customerServer()
    const element = await planChange(server)
    await element.open()
    await says(element, 'Recomendado')
    one<HTMLInputElement>(dialogOf(element)!, '[name=interval][value=year]').click()
    await says(element, '$10,189.00')
    one<HTMLInputElement>(dialogOf(element)!, '[name=plan][value=basico]').click()
    await press(element, 'Revisar el cambio')
    await until(() => server.asked('POST', paths.preview).length)
    expect(server.asked('POST', paths.preview)[0]!.body).toEqual({ plan: 'basico', interval: 'year' })
  })

  it('is used by the keyboard alone, from its button to the confirmation and back', async () => {
    const element = await planChange(customerServer())
    one(element, 'button').focus()
    await sendKeys({ press: 'Enter' })
    await says(element, 'Recomendado')
    expect(focused(element)?.id).toBe('title')
    const at = async (wanted: (node: HTMLElement) => boolean) => {
      for (let presses = 0; presses < 12 && !(focused(element) && wanted(focused(element)!)); presses++)
        await sendKeys({ press: 'Tab' })
    }
    await at((node) => (node as HTMLInputElement).name === 'interval')
    await sendKeys({ press: 'ArrowRight' })
    await says(element, '$25,490.00')
    await sendKeys({ press: 'ArrowLeft' })
    await at((node) => (node as HTMLInputElement).name === 'plan')
    await sendKeys({ press: 'Enter' })
    await says(element, 'Tu cuenta')
    expect(focused(element)?.id).toBe('title')
    await at((node) => node.innerText.startsWith('Pagar'))
    await sendKeys({ press: 'Enter' })
    await says(element, 'Listo, ya tienes Pro')
    await sendKeys({ press: 'Escape' })
    await until(() => !dialogOf(element))
    expect(element.shadowRoot?.activeElement?.localName).toBe('button')
    expect(element.hasAttribute('opened')).toBe(false)
  })

  it('opens and closes by its attribute', async () => {
    const element = await planChange(customerServer(), 'opened')
    await says(element, 'Recomendado')
    element.removeAttribute('opened')
    await until(() => !dialogOf(element))
  })

  it('shows the bill that the server made, to the cent, and the days of the period', async () => {
    const element = await reviewed(customerServer())
    const text = said(element)
    for (const part of ['12 días de Básico', '18 días de Pro', '-$599.40', '$1,499.40', '$900.00', '$120.50'])
      expect(text).toContain(part)
    expect(text).toContain('Tu próxima factura es el 3 de diciembre, por $2,499.00.')
    expect(one(dialogOf(element)!, '[part=due-amount]').innerText).toBe('$779.50')
  })

  it('says what of the encounters goes and what stays', async () => {
    const losses = [{ code: 'encounters', text: 'Hoy, 480 encounters incluidos que no usaste' }]
    const keeps = [{ code: 'encounters', text: 'Tus 500 encounters comprados: no vencen' }]
    const element = await reviewed(customerServer(...customerAnswers({ quote: upgrade({ losses, keeps }) })))
    const dialog = dialogOf(element)!
    expect(one(dialog, '[part=losses]').innerText).toContain(losses[0]!.text)
    expect(one(dialog, '[part=keeps] h3').innerText).toBe('Lo que conservas')
    expect(one(dialog, '[part=keeps]').innerText).toContain(keeps[0]!.text)
  })

  it('treats every text as text', async () => {
    const evil = '<img src=x onerror="globalThis.harmed = true">'
    const element = await reviewed(
      customerServer(...customerAnswers({ quote: upgrade({ gains: [{ code: 'x', text: evil }] }) })),
    )
    expect(said(element)).toContain(evil)
    expect(dialogOf(element)!.shadowRoot!.querySelectorAll('img').length).toBe(0)
    expect('harmed' in globalThis).toBe(false)
  })

  it('says why the server does not price the change, and lets another plan be chosen', async () => {
    const refuse = () => problem(409, 'subscription-canceling', 'Reactívala primero.')
    const element = await planChange(
      customerServer(
        on('POST', paths.preview, (times) => (times ? json(upgrade()) : refuse())),
        ...customerAnswers(),
      ),
    )
    const errors: string[] = []
    element.addEventListener('waizant-error', ({ error }) => errors.push(error.code))
    await element.open()
    await press(element, 'Revisar el cambio')
    await says(element, 'Reactívala primero.')
    expect(errors).toEqual(['subscription-canceling'])
    await press(element, 'Revisar el cambio')
    await says(element, 'Tu cuenta')
  })

  it('waits for a slow server and tries a dead one again', async () => {
    let answer: (response: Response) => void = () => {}
    const server = customerServer(
      on('GET', paths.billing, () => new Promise<Response>((resolve) => (answer = resolve))),
      ...customerAnswers(),
    ).on(lost('GET', paths.billing))
    const element = await planChange(server)
    await element.open()
    await says(element, 'No hay conexión con el servidor.')
    await press(element, 'Reintentar')
    await until(() => dialogOf(element)?.shadowRoot?.querySelector('[part=skeleton]'))
    await until(() => server.asked('GET', paths.billing).length === 2)
    answer(json(billing()))
    await says(element, 'Recomendado')
  })

  it('shows a scheduled change and undoes it', async () => {
    const scheduled = billing({
      plan: 'pro',
      planName: 'Pro',
      pendingChange: {
        plan: 'basico',
        planName: 'Básico',
        interval: 'month',
        effectiveAt: '2026-12-03T10:00:00Z',
      },
    })
    const after = billing({ plan: 'pro', planName: 'Pro' })
    const server = customerServer(
      on('GET', paths.billing, (times) => json(times ? after : scheduled)),
      on('DELETE', paths.pending, after),
      ...customerAnswers(),
    )
    const element = await planChange(server)
    const received: string[] = []
    element.addEventListener('waizant-plan-changed', ({ status, billing: { plan } }) =>
      received.push(`${status} ${plan}`),
    )
    await element.open()
    await says(element, 'Cambias a Básico el 3 de diciembre')
    expect(buttonOf(element, 'Revisar el cambio')).toBe(undefined)
    await press(element, 'Deshacer el cambio')
    await says(element, 'Cambio deshecho. Sigues con Pro.')
    expect(received).toEqual(['undone pro'])
  })

  it('is what the picker of a connected page opens, at the chosen plan', async () => {
    const server = customerServer()
    const element = await picker(server, 'locale="es-MX"')
    await ready(element)
    const change = await until(() => {
      try {
        return button(element, 'pro', 'change')
      } catch {
        return undefined
      }
    })
    change.click()
    const inside = await until(() => element.shadowRoot!.querySelector('waizant-plan-change'))
    await says(inside, 'Pagar $779.50 y cambiar a Pro')
    expect(server.asked('POST', paths.preview).map(({ body }) => body)).toEqual([
      { plan: 'pro', interval: 'month' },
    ])
    await press(inside, 'Pagar $779.50 y cambiar a Pro')
    await says(inside, 'Listo, ya tienes Pro')
  })

  it('shows the balance after a change that leaves one', async () => {
    const quote = upgrade({ dueNow: money(0), balanceAfter: money(102_050) })
    const element = await reviewed(customerServer(...customerAnswers({ quote })))
    await press(element, 'Cambiar a Pro')
    await says(element, 'Tienes $1,020.50 de saldo a favor')
    expect(said(element)).toContain('No se te cobró nada.')
  })
})
