import { billing, money } from '../../fixtures/customer.ts'
import { upgrade } from '../../fixtures/quotes.ts'
import { billingOf } from '../../stores/billing.ts'
import { connect } from '../../stores/connect.ts'
import { keepPending, payerOf } from '../../stores/pending.ts'
import { customerAnswers, dead, never, on, paths } from '../../testing/customer-answers.ts'
import { expect } from '../../testing/expect.ts'
import { json, lost, problem, problemWithQuote } from '../../testing/fake-server.ts'
import { fakeStripe } from '../../testing/fake-stripe.ts'
import { all, clear, one, until } from '../../testing/page.ts'
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

const pay = 'Pagar $779.50 y cambiar a Pro'
const applied = { status: 'applied', billing: billing({ plan: 'pro', planName: 'Pro' }) }
const asksBank = { status: 'requires-action', clientSecret: 'pi_1_secret_1', billing: billing() }
const declined = () => problem(402, 'payment-declined', 'Tu banco rechazó el pago. No cambió nada.')

const keysOf = (server: ReturnType<typeof customerServer>) =>
  server.asked('POST', paths.changes).map(({ headers }) => headers.get('idempotency-key'))

const pendings = () =>
  Object.entries(localStorage)
    .filter(([name]) => name.startsWith('waizant.pending'))
    .map(([, value]) => value)
    .join()

describe('Paying for a change of plan', () => {
  afterEach(() => {
    clear()
    connect({ ecosystem: '' })
  })

  it('sends the quote once with a key, however often the button is pressed', async () => {
    const server = customerServer()
    const element = await reviewed(server)
    const button = await until(() => buttonOf(element, pay))
    for (let clicks = 0; clicks < 3; clicks++) button.click()
    await says(element, 'Listo, ya tienes Pro')
    expect(server.asked('POST', paths.changes).map(({ body }) => body)).toEqual([
      { quoteId: upgrade().quoteId },
    ])
    expect(keysOf(server)[0]!.length > 20).toBe(true)
    expect(said(element)).toContain('Pagaste $779.50.')
    expect(pendings()).toBe('{}')
  })

  it('sends it once from two dialogs', async () => {
    const server = customerServer()
    const [first, second] = [await reviewed(server), await planChange(server)]
    await second.open()
    await says(second, 'Tu cuenta')
    buttonOf(first, pay)!.click()
    await until(() => server.asked('POST', paths.changes).length)
    await says(second, 'Listo, ya tienes Pro')
    expect(server.asked('POST', paths.changes).length).toBe(1)
  })

  it('asks its host first', async () => {
    const server = customerServer()
    const element = await reviewed(server)
    const asked: unknown[] = []
    element.addEventListener('waizant-before-purchase', (event) => {
      asked.push(event.purchase)
      event.preventDefault()
    })
    await press(element, pay)
    expect(asked).toEqual([
      { kind: 'plan-change', plan: 'pro', interval: 'month', dueNow: { ...money(77_950) } },
    ])
    expect(server.asked('POST', paths.changes).length).toBe(0)
  })

  it('notifies its host, and the page loads its data again', async () => {
    const server = customerServer()
    const element = await reviewed(server)
    const received: string[] = []
    document.body.addEventListener('waizant-plan-changed', ({ status }) => received.push(status), {
      once: true,
    })
    const before = server.asked('GET', paths.billing).length
    await press(element, pay)
    await until(() => server.asked('GET', paths.billing).length > before)
    expect(received).toEqual(['applied'])
    expect(billingOf(server.api, 'es-MX')?.get().status === 'error').toBe(false)
  })

  it('sends it again with the same key when the answer got lost', async () => {
    const server = customerServer().on(lost('POST', paths.changes))
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Listo, ya tienes Pro')
    const [first, second] = keysOf(server)
    expect(keysOf(server).length).toBe(2)
    expect(first).toBe(second)
  })

  it('does not guess when no answer comes: it stays pending until the server says', async () => {
    let isBack = false
    const server = customerServer(
      on('POST', paths.changes, () => {
        if (!isBack) throw new TypeError('Failed to fetch')
        return json(applied)
      }),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Aún no sabemos si tu pago pasó')
    expect(buttonOf(element, pay)).toBe(undefined)
    expect(pendings()).toContain(upgrade().quoteId)
    isBack = true
    await press(element, 'Reintentar')
    await says(element, 'Listo, ya tienes Pro')
    expect(new Set(keysOf(server)).size).toBe(1)
  })

  for (const [status, code] of [
    [401, 'not-signed-in'],
    [429, 'too-many-requests'],
  ] as const)
    it(`knows that nothing was paid when the first try is not let in: ${status}`, async () => {
      const server = customerServer(
        on('POST', paths.changes, () => problem(status, code, 'No se hizo nada.')),
        ...customerAnswers(),
      )
      const element = await reviewed(server)
      await press(element, pay)
      await says(element, 'No se hizo nada.')
      expect(said(element).includes('Aún no sabemos')).toBe(false)
      expect(pendings()).toBe('{}')
      expect(buttonOf(element, pay)!.checkVisibility()).toBe(true)
    })

  it('does not know it when an earlier try had no answer', async () => {
    const server = customerServer(
      on('POST', paths.changes, (times) => {
        if (!times) throw new TypeError('Failed to fetch')
        return problem(401, 'not-signed-in', 'Tu sesión terminó.')
      }),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Aún no sabemos si tu pago pasó')
    expect(pendings()).toContain(upgrade().quoteId)
  })

  it('leaves to the person who began it what the server says is another’s', async () => {
    const server = customerServer(
      on('POST', paths.changes, () => problem(404, 'not-found', 'No encontramos lo que buscas.')),
      ...customerAnswers(),
    )
    connect({ api: server.api, ecosystem: 'legacy533', getToken: () => 'bea' })
    keepPending(payerOf(server.api), 'plan-change', { id: 'quo_ana', key: 'k', at: Date.now() })
    const element = await planChange(server)
    await until(() => !pendings().includes('quo_ana'))
    expect(dialogOf(element) ?? null).toBe(null)
    expect(server.asked('POST', paths.changes).length).toBe(1)
  })

  it('says that nothing changed when the card was declined, takes another card and pays with it', async () => {
    const stripe = fakeStripe()
    let card = '4242'
    const server = customerServer(
      on('GET', paths.billing, () => {
        const paymentMethod = { brand: 'visa', last4: card, expiresMonth: 4, expiresYear: 2030 }
        return json(billing({ paymentMethod }))
      }),
      on('POST', paths.changes, (times) => (times ? json(applied) : declined())),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Tu banco rechazó el pago. No cambió nada.')
    expect(pendings()).toBe('{}')
    await press(element, 'Usar otra tarjeta')
    await says(element, 'La tarjeta queda guardada')
    const place = await until(() => element.querySelector<HTMLElement>('div[slot] input'))
    expect(place.checkVisibility()).toBe(true)
    stripe.cardProblem = { message: 'El número de la tarjeta está incompleto.' }
    await press(element, 'Guardar y pagar $779.50')
    await says(element, 'El número de la tarjeta está incompleto.')
    stripe.cardProblem = undefined
    card = '5555'
    await press(element, 'Guardar y pagar $779.50')
    await says(element, 'Listo, ya tienes Pro')
    expect(stripe.asked).toEqual(['fields seti_1_secret_1', 'keep card', 'keep card'])
    expect(new Set(keysOf(server)).size).toBe(2)
    expect(element.childElementCount).toBe(0)
  })

  it('leaves the other card to a host that takes over', async () => {
    const server = customerServer(on('POST', paths.changes, declined), ...customerAnswers())
    const element = await reviewed(server)
    let asked = 0
    element.addEventListener('waizant-payment-method-needed', (event) => {
      asked++
      event.preventDefault()
    })
    await press(element, pay)
    await press(element, 'Usar otra tarjeta')
    expect(asked).toBe(1)
    expect(server.asked('POST', paths.card).length).toBe(0)
  })

  it('steps aside for the bank and asks the server how it ended', async () => {
    const stripe = fakeStripe()
    let answered: (value: unknown) => void = () => {}
    stripe.bank = () => new Promise((resolve) => (answered = resolve))
    const server = customerServer(
      on('POST', paths.changes, (times) => json(times ? applied : asksBank)),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await until(() => stripe.asked.length)
    expect(stripe.asked).toEqual(['bank pi_1_secret_1'])
    expect(one(dialogOf(element)!, 'dialog').matches(':modal')).toBe(false)
    await says(element, 'Tu banco te pide confirmar')
    answered({})
    await says(element, 'Listo, ya tienes Pro')
    expect(one(dialogOf(element)!, 'dialog').matches(':modal')).toBe(true)
    expect(new Set(keysOf(server)).size).toBe(1)
  })

  it('says that nothing changed when the bank’s client said no', async () => {
    fakeStripe()
    const server = customerServer(
      on('POST', paths.changes, (times) => (times ? declined() : json(asksBank))),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Tu banco rechazó el pago. No cambió nada.')
  })

  it('shows what changed, old and new, and charges nothing until it is confirmed again', async () => {
    const fresh = upgrade({
      quoteId: `quo_${'2'.repeat(32)}`,
      balanceUsed: money(5_000),
      balanceBefore: money(5_000),
      dueNow: money(85_000),
    })
    const server = customerServer(
      on('POST', paths.changes, (times) =>
        times
          ? json(applied)
          : problemWithQuote(409, 'quote-changed', 'Algo cambió. No se cobró nada.', fresh),
      ),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Algo cambió. No se cobró nada.')
    const marked = all(dialogOf(element)!, '[part=due-amount] *').map(({ innerText }) => innerText.trim())
    expect(marked.join(' ')).toContain('$779.50')
    expect(one(dialogOf(element)!, '[part=due-amount] mark').innerText).toBe('$850.00')
    expect(pendings()).toBe('{}')
    await press(element, 'Pagar $850.00 y cambiar a Pro')
    await says(element, 'Listo, ya tienes Pro')
    expect(server.asked('POST', paths.changes)[1]!.body).toEqual({ quoteId: fresh.quoteId })
  })

  it('keeps the button off while something blocks, and looks again', async () => {
    const blocked = upgrade({ blockers: [{ code: 'too-many-users', text: 'Desactiva 4 usuarios.' }] })
    const server = customerServer(
      on('POST', paths.preview, (times) => json(times ? upgrade() : blocked)),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    expect(buttonOf(element, pay)!.disabled).toBe(true)
    expect(said(element)).toContain('Desactiva 4 usuarios.')
    await press(element, 'Revisar de nuevo')
    await until(() => !buttonOf(element, pay)!.disabled)
  })

  it('renews a quote that expires, and marks what is different', async () => {
    const soon = upgrade({ expiresAt: '2026-11-15T10:00:02Z' })
    const fresh = upgrade({ quoteId: `quo_${'3'.repeat(32)}`, total: money(89_900), dueNow: money(77_850) })
    const server = customerServer(
      on('POST', paths.preview, (times) => json(times ? fresh : soon)),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await says(element, 'Este precio vale 0:0')
    await says(element, 'Actualizamos el precio')
    expect(buttonOf(element, 'Pagar $778.50 y cambiar a Pro')!.disabled).toBe(false)
  })

  it('goes on without its dialog, and shows how it ended when opened again', async () => {
    let answer: (response: Response) => void = () => {}
    const server = customerServer(
      on('POST', paths.changes, () => new Promise<Response>((resolve) => (answer = resolve))),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await until(() => server.asked('POST', paths.changes).length)
    element.close()
    await until(() => !dialogOf(element))
    await until(() => one(element, 'button').innerText.includes('Cambio en curso'))
    answer(json(applied))
    await until(() => one(element, 'button').innerText.includes('Cambiar de plan'))
    await element.open()
    await says(element, 'Listo, ya tienes Pro')
  })

  it('takes up after a reload what was under way before', async () => {
    const server = customerServer(dead('POST', paths.changes), ...customerAnswers())
    const pending = { 'plan-change': { id: upgrade().quoteId, key: 'the-key', at: Date.now() } }
    localStorage.setItem(`waizant.pending ${server.api}/v1/ecosystems/legacy533/`, JSON.stringify(pending))
    const element = await planChange(server)
    await says(element, 'Aún no sabemos si tu pago pasó')
    expect([...new Set(keysOf(server))]).toEqual(['the-key'])
    server.on(on('POST', paths.changes, applied))
    await press(element, 'Reintentar')
    await says(element, 'Listo, ya tienes Pro')
    expect(pendings()).toBe('{}')
  })

  it('says after a reload that a refused change was not made', async () => {
    const server = customerServer(on('POST', paths.changes, declined), ...customerAnswers())
    const pending = { 'plan-change': { id: upgrade().quoteId, key: 'the-key', at: Date.now() } }
    localStorage.setItem(`waizant.pending ${server.api}/v1/ecosystems/legacy533/`, JSON.stringify(pending))
    const element = await planChange(server)
    await says(element, 'Tu banco rechazó el pago. No cambió nada.')
    await says(element, 'Revisar el cambio')
  })

  it('drops a payment that is too old to be under way', async () => {
    const server = customerServer()
    const pending = { 'plan-change': { id: upgrade().quoteId, key: 'the-key', at: Date.now() - 86_400_000 } }
    localStorage.setItem(`waizant.pending ${server.api}/v1/ecosystems/legacy533/`, JSON.stringify(pending))
    const element = await planChange(server)
    await element.open()
    await says(element, 'Recomendado')
    expect(server.asked('POST', paths.changes).length).toBe(0)
  })

  it('leaves to another tab what that tab is doing, and follows it', async () => {
    const server = customerServer(never('POST', paths.changes), ...customerAnswers())
    const name = `waizant.pending ${server.api}/v1/ecosystems/legacy533/`
    let release: (value?: unknown) => void = () => {}
    const held = new Promise((resolve) => {
      release = resolve
    })
    await new Promise(
      (locked) =>
        void navigator.locks.request(`${name} plan-change`, () => {
          locked(undefined)
          return held
        }),
    )
    const element = await reviewed(server)
    await press(element, pay)
    await says(element, 'Este cambio está en curso en otra pestaña.')
    expect(server.asked('POST', paths.changes).length).toBe(0)
    release()
    dispatchEvent(
      new StorageEvent('storage', { key: name, newValue: '{"plan-change":{"id":"q","key":"k","at":1e15}}' }),
    )
    dispatchEvent(new StorageEvent('storage', { key: name, newValue: '{}' }))
    await says(element, 'Recomendado')
  })

  it('says what another tab has done, though that tab had settled it before this one looked', async () => {
    let current = billing()
    const server = customerServer(
      on('GET', paths.billing, () => json(current)),
      never('POST', paths.changes),
      ...customerAnswers(),
    )
    const element = await reviewed(server)
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const name = `waizant.pending ${server.api}/v1/ecosystems/legacy533/ plan-change`
    await new Promise<void>((locked) => {
      void navigator.locks.request(name, () => {
        locked()
        return held
      })
    })
    await press(element, pay)
    await says(element, 'Este cambio está en curso en otra pestaña.')
    const { plan, planName, interval } = upgrade().to
    current = billing({ plan, planName, interval })
    release()
    await says(element, `Listo, ya tienes ${planName}`)
    expect(server.asked('POST', paths.changes).length).toBe(0)
  })
})
