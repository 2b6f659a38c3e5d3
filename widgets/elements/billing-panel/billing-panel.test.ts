import { setViewport } from '@web/test-runner-commands'
import {
  clinic,
  inTrial,
  invoice,
  invoiceList,
  leaving,
  owing,
  paying,
  periodEnd,
} from '../../fixtures/billing.ts'
import { money } from '../../fixtures/customer.ts'
import { connect } from '../../stores/connect.ts'
import { billingServer, dialogIn, notice, panel, press, says, textOf } from '../../testing/billing.ts'
import { billingAnswers, billingPaths } from '../../testing/billing-answers.ts'
import { dead, on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, problem } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { all, clear, mount, one, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const scheduled = () =>
  paying({
    pendingChange: { plan: 'basico', planName: 'Básico', interval: 'year', effectiveAt: periodEnd },
  })

describe('<waizant-billing-panel>', () => {
  afterEach(async () => {
    clear()
    connect({ ecosystem: '' })
    await setViewport({ width: 800, height: 600 })
  })

  it('asks once for the panel and the notice of a page, with the token', async () => {
    const server = billingServer(billingAnswers())
    const [first, second] = [panel(), notice()]
    await says(first, 'Abarrotes Ana')
    await second.updateComplete
    expect(server.asked('GET', paths.billing).length).toBe(1)
    expect(server.seen[0]!.headers.get('authorization')).toBe('Bearer a-token')
  })

  it('shows nothing when no customer is signed in, and the host’s own message instead of ours', async () => {
    const server = billingServer(billingAnswers())
    connect({ ecosystem: '' })
    const element = mount<ReturnType<typeof panel>>(
      '<waizant-billing-panel><a slot="signed-out" href="/entrar">Entra a tu cuenta</a></waizant-billing-panel>',
    )
    const own = await until(() => element.querySelector('a')!.assignedSlot && element.querySelector('a'))
    expect(own!.checkVisibility()).toBe(true)
    expect(textOf(element).includes('Inicia sesión')).toBe(false)
    expect(server.asked('GET', paths.billing).length).toBe(0)
  })

  it('explains that everything was deleted, once, and leads to where it can begin again', async () => {
    const detail = 'Los datos de este ecosistema se eliminaron el 3 de mayo de 2027. Elige un plan.'
    billingServer([on('GET', paths.billing, () => problem(410, 'ecosystem-deleted', detail))])
    const element = panel()
    await says(element, detail)
    const root = element.shadowRoot!
    const link = await until(() => root.querySelector<HTMLAnchorElement>('a[part=retry]'))
    expect(link.innerText).toBe('Ver planes')
    expect(new URL(link.href).pathname).toBe('/precios')
    expect(root.querySelector('button[part=retry]')).toBe(null)
    expect(textOf(element).split(detail).length).toBe(2)
  })

  it('says the next payment as a sentence, with the balance at the top right', async () => {
    billingServer(billingAnswers())
    const element = panel()
    await says(element, 'pagas $999.00 con tu Visa •••• 4242.')
    const badge = await until(() => element.shadowRoot!.querySelector('waizant-balance-badge'))
    await until(() => badge.shadowRoot?.querySelector('strong')?.innerText === '$120.50')
    const [base, place] = [one(element, '[part=base]'), badge].map((each) => each.getBoundingClientRect())
    expect(Math.round(place!.right)).toBe(Math.round(base!.right))
    expect(place!.top - base!.top < 40).toBe(true)
  })

  it('keeps the place of what is on its way', async () => {
    const answered: (() => void)[] = []
    const slow = on('GET', paths.billing, async () => {
      await new Promise<void>((resolve) => answered.push(resolve))
      return json(paying())
    })
    billingServer([slow, ...billingAnswers()])
    const element = panel()
    const top = () => one(element, '[part=cards]').getBoundingClientRect()
    await until(() => answered.length && element.shadowRoot!.querySelector('waizant-balance-badge'))
    const before = top()
    answered[0]!()
    await says(element, 'Próximo pago')
    expect(top().top).toBe(before.top)
    expect(Math.abs(top().height - before.height) < 40).toBe(true)
  })

  it('shows use against its limits, encounters by month in words too, and services since the last invoice', async () => {
    billingServer(billingAnswers(clinic()))
    const element = panel()
    await says(element, '5 de 8 en uso')
    expect(textOf(element)).toContain('1,320 disponibles')
    // The month ends in the customer's time zone: at that midnight the 30th is over.
    expect(textOf(element)).toContain(
      'Te quedan 180 de 200 incluidos hasta el 30 de noviembre · 1,140 comprados',
    )
    const chart = one(element, '[part=chart]')
    expect(chart.getAttribute('aria-label')).toContain('octubre: 100, noviembre: 370')
    const row = all(element, 'tbody tr').find(({ innerText }) => innerText.includes('Audit Case'))!
    expect(row.innerText.replaceAll(/\s+/g, ' ')).toContain('3 $5.00 $15.00')
  })

  it('opens an invoice to its lines, and gives a link to nothing but a web address', async () => {
    const bad = invoice(10, { pdfUrl: 'javascript:alert(1)' })
    billingServer(billingAnswers(paying(), invoiceList([invoice(11), bad])))
    const element = panel()
    const open = await until(() => element.shadowRoot!.querySelector<HTMLButtonElement>('[part=open]'))
    expect(open.getAttribute('aria-expanded')).toBe('false')
    open.click()
    await says(element, '1 × ERP Básico')
    expect(open.getAttribute('aria-expanded')).toBe('true')
    expect(one(element, `#${open.getAttribute('aria-controls')}`).innerText).toContain('Cobrado')
    expect(all<HTMLAnchorElement>(element, '[part=pdf]').map(({ href }) => href)).toEqual([
      'https://pay.example/i/11/pdf',
    ])
  })

  it('brings further invoices page by page, each once', async () => {
    const pages: Record<string, unknown> = {
      '': invoiceList([invoice(12), invoice(11)], 'a.b'),
      'a.b': invoiceList([invoice(11), invoice(10)], 'c&d'),
      'c&d': invoiceList([invoice(9)]),
    }
    let fails = 1
    const server = billingServer([
      ({ path, search }) => {
        if (path !== billingPaths.invoices) return undefined
        const cursor = search.get('cursor') ?? ''
        return cursor === 'c&d' && fails-- > 0
          ? problem(503, 'unavailable', 'Espera un momento.')
          : json(pages[cursor])
      },
      ...billingAnswers(),
    ])
    const element = panel()
    const numbers = () => all(element, '[part=open]').map(({ innerText }) => innerText)
    await press(element, 'Ver más')
    await until(() => numbers().length === 3)
    await press(element, 'Ver más')
    await says(element, 'Espera un momento.')
    await press(element, 'Reintentar')
    await until(() => numbers().length === 4)
    expect(textOf(element).includes('Ver más')).toBe(false)
    expect(server.asked('GET', billingPaths.invoices).map(({ search }) => search.get('cursor'))).toEqual([
      null,
      'a.b',
      'c&d',
      'c&d',
    ])
  })

  it('turns each invoice into a card on a phone, and stays a table for who listens', async () => {
    billingServer(billingAnswers())
    const element = panel()
    await until(() => element.shadowRoot!.querySelector('[part=invoice]'))
    const row = one(element, '[part=invoice]')
    const height = row.getBoundingClientRect().height
    await setViewport({ width: 320, height: 640 })
    await until(() => row.getBoundingClientRect().height > 2 * height)
    expect(getComputedStyle(row).display).toBe('block')
    expect(row.getAttribute('role')).toBe('row')
  })

  it('keeps a subscription with one press, once, and notifies the host', async () => {
    const server = billingServer([
      on('DELETE', billingPaths.cancellation, paying()),
      ...billingAnswers(leaving()),
    ])
    const element = panel()
    const received: string[] = []
    element.addEventListener('waizant-cancellation-changed', ({ status, billing }) =>
      received.push(`${status} ${billing.status}`),
    )
    await says(element, 'Tu suscripción termina el 30 de noviembre')
    for (let clicks = 0; clicks < 3; clicks++) await press(element, 'Conservar mi suscripción')
    await says(element, 'Tu suscripción a Básico sigue igual.')
    expect(server.asked('DELETE', billingPaths.cancellation).length).toBe(1)
    expect(received).toEqual(['kept active'])
    expect(server.asked('GET', paths.billing).length > 1).toBe(true)
  })

  it('calls kept what another tab has kept', async () => {
    billingServer([
      on('DELETE', billingPaths.cancellation, () => problem(409, 'not-canceling', 'No está cancelada.')),
      ...billingAnswers(leaving()),
    ])
    const element = panel()
    await press(element, 'Conservar mi suscripción')
    await says(element, 'sigue igual.')
  })

  it('pays what is owed with the card there is, the bank’s question included, under one key', async () => {
    const stripe = fakeStripe()
    let now = owing()
    const pay = `${billingPaths.invoices}/in_11/pay`
    const server = billingServer([
      on('POST', pay, (times) => {
        if (!times) return json({ status: 'requires-action', clientSecret: 'pi_1_secret_1' })
        now = paying()
        return json({ status: 'paid' })
      }),
      on('GET', paths.billing, () => json(now)),
      ...billingAnswers(),
    ])
    const element = panel()
    await says(element, 'Tienes un pago pendiente de $999.00.')
    for (let clicks = 0; clicks < 2; clicks++) await press(element, 'Cobrar a esta tarjeta')
    await says(element, 'Listo, pagaste $999.00 y estás al corriente.')
    await says(element, 'Próximo pago')
    expect(stripe.asked).toEqual(['bank pi_1_secret_1'])
    const keys = server.asked('POST', pay).map(({ headers }) => headers.get('idempotency-key'))
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
    const [sent] = server.asked('POST', pay).map(({ body }) => body)
    expect(sent).toEqual({ expectedTotal: { amount: 99_900, currency: 'MXN' } })
  })

  it('pays every invoice that makes up what is owed, each at its own amount', async () => {
    let now = owing()
    const due = { ...now.due!, amount: money(150_000) }
    due.invoices = [
      { id: 'in_11', amount: money(99_900) },
      { id: 'in_12', amount: money(50_100) },
    ]
    now = owing({ due })
    const path = (id: string) => `${billingPaths.invoices}/${id}/pay`
    const server = billingServer([
      on('POST', path('in_11'), { status: 'paid' }),
      on('POST', path('in_12'), () => {
        now = paying()
        return json({ status: 'paid' })
      }),
      on('GET', paths.billing, () => json(now)),
      ...billingAnswers(),
    ])
    const element = panel()
    await press(element, 'Cobrar a esta tarjeta')
    await says(element, 'Listo, pagaste $1,500.00')
    const sent = ['in_11', 'in_12'].flatMap((id) => server.asked('POST', path(id)).map(({ body }) => body))
    expect(sent).toEqual([99_900, 50_100].map((amount) => ({ expectedTotal: { amount, currency: 'MXN' } })))
  })

  it('says that nothing was charged when the bank got no answer', async () => {
    fakeStripe()
    billingServer([
      on('POST', `${billingPaths.invoices}/in_11/pay`, {
        status: 'requires-action',
        clientSecret: 'pi_1_secret_1',
      }),
      ...billingAnswers(owing()),
    ])
    const element = panel()
    await press(element, 'Cobrar a esta tarjeta')
    await says(element, 'Tu banco no confirmó el pago. No se cobró nada')
  })

  it('undoes the change that waits', async () => {
    let isUndone = false
    const server = billingServer([
      on('DELETE', paths.pending, () => {
        isUndone = true
        return json(paying())
      }),
      on('GET', paths.billing, () => json(isUndone ? paying() : scheduled())),
      ...billingAnswers(),
    ])
    const element = panel()
    const received: string[] = []
    element.addEventListener('waizant-plan-changed', ({ status }) => received.push(status))
    await says(element, 'Cambias a Básico anual el 1 de diciembre')
    await press(element, 'Deshacer')
    await says(element, 'Cambio deshecho.')
    expect(textOf(element).includes('Cambias a')).toBe(false)
    expect(received).toEqual(['undone'])
    expect(server.asked('DELETE', paths.pending).length).toBe(1)
  })

  it('lets the host choose a plan in its own way, else shows the plans of the catalogue', async () => {
    billingServer(billingAnswers(inTrial(), invoiceList([])))
    const element = panel()
    const asked: string[] = []
    const takeOver = (event: WindowEventMap['waizant-notice-action']) => {
      asked.push(`${event.code} ${event.action}`)
      event.preventDefault()
    }
    element.addEventListener('waizant-notice-action', takeOver)
    await press(element, 'Elegir plan')
    expect(asked).toEqual(['trial choose-plan'])
    expect(dialogIn(element)).toBe(null)
    element.removeEventListener('waizant-notice-action', takeOver)
    await press(element, 'Elegir plan')
    const picker = await until(() => dialogIn(element)?.shadowRoot?.querySelector('waizant-plan-picker'))
    expect([picker.getAttribute('catalogue'), picker.getAttribute('api')]).toEqual(['erp', element.server])
  })

  it('opens the change of plan that is on the page, else one of its own', async () => {
    billingServer(billingAnswers())
    const element = panel()
    await press(element, 'Cambiar de plan')
    const own = await until(() => element.shadowRoot!.querySelector('waizant-plan-change[opened]'))
    await until(() =>
      own.shadowRoot?.querySelector('waizant-plan-change-dialog')?.shadowRoot?.querySelector('[open]'),
    )
    own.remove()
    const other = mount<HTMLElement>('<waizant-plan-change></waizant-plan-change>')
    await press(element, 'Cambiar de plan')
    await until(() => other.hasAttribute('opened'))
    expect(element.shadowRoot!.querySelector('waizant-plan-change')).toBe(null)
  })

  it('hands the data to the browser as a file, fetched with the token', async () => {
    const server = billingServer([
      on('GET', billingPaths.export, () => {
        const headers = { 'content-disposition': 'attachment; filename="legacy533-2026-11-21.zip"' }
        return new Response('PK', { headers })
      }),
      ...billingAnswers(),
    ])
    const element = panel()
    const saved: string[] = []
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      saved.push(`${this.download} ${this.href.slice(0, 5)}`)
    }
    await press(element, 'Descargar mis datos')
    await says(element, 'Tus datos están en tus descargas.')
    HTMLAnchorElement.prototype.click = click
    expect(saved).toEqual(['legacy533-2026-11-21.zip blob:'])
    expect(server.asked('GET', billingPaths.export)[0]!.headers.get('authorization')).toBe('Bearer a-token')
  })

  it('fetches the data once more with a fresh token, where the first had expired on its way', async () => {
    let token = 'a-token'
    const server = billingServer([
      on('GET', billingPaths.export, (times) => {
        token = 'fresh'
        return times ? new Response('PK') : problem(401, 'unauthorized', 'Tu sesión terminó.')
      }),
      ...billingAnswers(),
    ])
    connect({ ecosystem: 'legacy533', getToken: () => token })
    const element = panel()
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = () => {}
    await press(element, 'Descargar mis datos')
    await says(element, 'Tus datos están en tus descargas.')
    HTMLAnchorElement.prototype.click = click
    const sent = server.asked('GET', billingPaths.export).map(({ headers }) => headers.get('authorization'))
    expect(sent).toEqual(['Bearer a-token', 'Bearer fresh'])
  })

  it('opens what a mail’s link is about, once', async () => {
    billingServer(billingAnswers(owing()))
    history.replaceState(null, '', '?a=1&waizant-action=help#here')
    const element = panel()
    await until(() => dialogIn(element)?.localName === 'waizant-card-dialog')
    expect(location.search + location.hash).toBe('?a=1#here')
    clear()
    const again = panel()
    await says(again, 'Abarrotes Ana')
    expect(dialogIn(again)).toBe(null)
  })

  it('opens nothing that no longer helps, and never pays or ends anything because of a link', async () => {
    for (const asked of ['help', 'choose-plan', 'cancel', 'pay-invoice', 'export', '"]']) {
      const server = billingServer(billingAnswers(asked === 'pay-invoice' ? owing() : paying()))
      history.replaceState(null, '', `?waizant-action=${encodeURIComponent(asked)}`)
      const element = panel()
      await says(element, 'Abarrotes Ana')
      await until(() => !location.search)
      expect(dialogIn(element)).toBe(null)
      expect(server.seen.every(({ method }) => method === 'GET')).toBe(true)
      clear()
    }
  })

  it('keeps showing the last that it knew when the line is cut, and tries again', async () => {
    billingServer(billingAnswers())
    const element = panel()
    await says(element, 'Próximo pago')
    const server = new (await import('../../testing/fake-server.ts')).FakeServer()
    server.on(dead('GET', paths.billing))
    element.api = server.api
    await says(element, 'No logramos comunicarnos con el servidor.')
    for (const answer of billingAnswers(paying({ company: 'De Vuelta' })).reverse()) server.on(answer)
    await press(element, 'Reintentar')
    await says(element, 'De Vuelta')
  })

  it('looks for a payment that is on its way until it is there', async () => {
    billingServer([
      on('GET', paths.billing, (times) => json(times ? paying() : paying({ status: 'pending' }))),
      ...billingAnswers(),
    ])
    const element = panel()
    await says(element, 'Estamos confirmando tu pago.')
    await says(element, 'pagas $999.00')
  })
})
