import '../elements/balance-badge/balance-badge.ts'
import '../elements/billing-panel/billing-panel.ts'
import '../elements/encounter-purchase/encounter-purchase.ts'
import '../elements/licence-purchase/licence-purchase.ts'
import '../elements/plan-comparison/plan-comparison.ts'
import type { WaizantPlanComparison } from '../elements/plan-comparison/plan-comparison.ts'
import { clinic, leaving, owing, paying, periodEnd } from '../fixtures/billing.ts'
import { upgrade } from '../fixtures/quotes.ts'
import { connect } from '../stores/connect.ts'
import { billingServer, dialogIn, notice, panel, press } from '../testing/billing.ts'
import { billingAnswers, billingPaths } from '../testing/billing-answers.ts'
import { customerAnswers, on, paths } from '../testing/customer-answers.ts'
import { expect } from '../testing/expect.ts'
import { FakeServer, json } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { clear, mount, until, visibleText } from '../testing/page.ts'
import { picker } from '../testing/picker.ts'
import * as change from '../testing/plan-change.ts'
import * as buy from '../testing/purchase.ts'
import { afterEach, describe, it } from '../testing/suite.ts'

/** Every text node that a page translator would replace, in every shadow root. */
const texts = (root: Node): Text[] => {
  if (root instanceof Text) return root.data.trim() ? [root] : []
  if (root instanceof Element && root.matches('[translate=no], style, script')) return []
  const shadow = root instanceof Element && root.shadowRoot ? texts(root.shadowRoot) : []
  return [...shadow, ...[...root.childNodes].flatMap(texts)]
}

/** Amounts, quantities and days, alone or inside a sentence. */
const numbers = (root: Node) => texts(root).filter(({ data }) => /\d/.test(data))

/** Imitates Google Translate and Edge: each text node is replaced by a new element. */
const translate = (root: Node) => {
  for (const text of texts(root)) {
    const font = document.createElement('font')
    font.textContent = `»${text.data}«`
    text.replaceWith(font)
  }
}

const buttonsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches('button, a') ? [element] : []),
    ...(element.shadowRoot ? buttonsOf(element.shadowRoot) : []),
  ])

const says = (text: string) =>
  buttonsOf(document.body).some((one) => one.checkVisibility() && one.innerText.includes(text))

describe('A page translator', () => {
  afterEach(() => {
    clear()
    connect(null)
  })

  const opened = async () => {
    const element = await change.planChange(change.customerServer(...customerAnswers()))
    await element.open()
    return element
  }

  /** A company, or a plan, that a translator would give another name. */
  const unnamed = (...names: string[]) =>
    expect(names.filter((name) => texts(document.body).some(({ data }) => data.trim() === name))).toEqual([])

  const untouched = () => expect(numbers(document.body).map(({ data }) => data)).toEqual([])

  it('leaves the prices of plans alone', async () => {
    const element = await picker(new FakeServer())
    await until(() => visibleText(element).includes('$2,499.00'))
    untouched()
    unnamed('Básico', 'Pro', 'Enterprise')
  })

  it('leaves the prices and limits of the comparison alone', async () => {
    const { api } = new FakeServer()
    const element = mount<WaizantPlanComparison>(
      `<waizant-plan-comparison api="${api}" catalogue="erp"></waizant-plan-comparison>`,
    )
    await until(() => visibleText(element).includes('$2,499.00') && element.shadowRoot!.querySelector('td'))
    untouched()
    unnamed('Básico', 'Pro', 'Enterprise')
  })

  it('leaves the balance and its movements alone', async () => {
    billingServer(billingAnswers(paying()))
    const element = mount('<waizant-balance-badge></waizant-balance-badge>')
    await until(() => element.shadowRoot?.querySelector('[part=movements] td'))
    untouched()
  })

  it('leaves what leaving costs and loses alone, in every step', async () => {
    const left = { accessUntil: periodEnd, dataUntil: periodEnd, billing: leaving() }
    billingServer([on('POST', billingPaths.cancellation, left), ...billingAnswers(clinic())])
    const element = panel()
    await press(element, 'Cancelar suscripción')
    const dialog = await until(() => dialogIn(element)?.shadowRoot)
    await until(() => dialog.querySelector('[part=losses]'))
    untouched()
    await press(element, 'Continuar')
    ;(await until(() => dialog.querySelector<HTMLInputElement>('[value=unused]'))).click()
    await press(element, 'Continuar')
    await until(() => says('Pagar $15.00 y cancelar'))
    untouched()
    translate(document.body)
    expect(says('Pagar $15.00 y cancelar')).toBe(true)
    await press(element, '»Regresar«')
    untouched()
  })

  it('leaves the amount on the button that saves a card and pays alone', async () => {
    fakeStripe()
    billingServer(billingAnswers(owing()))
    const element = panel()
    await press(element, 'Actualizar tarjeta')
    await until(() => says('$999.00'))
    untouched()
  })

  it('leaves the lines of licences and the prices of plans to choose alone', async () => {
    buy.purchaseServer()
    const element = buy.purchaseElement('waizant-licence-purchase')
    await buy.type(element, '12')
    await until(() => buttonsOf(element.shadowRoot!).some((one) => /Agregar \d/.test(one.innerText)))
    untouched()
    clear()
    const dialog = change.dialogOf(await opened())!
    await until(() => dialog.shadowRoot!.querySelector('form'))
    untouched()
  })

  for (const [name, billing] of Object.entries({ clinic, owing }))
    it(`leaves the amounts of the panel alone: ${name}`, async () => {
      billingServer(billingAnswers(billing()))
      const [element] = [panel(), notice()]
      await until(() => element.shadowRoot?.querySelector('[part~=card-usage]'))
      untouched()
      unnamed(billing().company, billing().planName, billing().ecosystem)
    })

  it('does not keep the old amount on the button that buys encounters', async () => {
    buy.purchaseServer()
    const element = buy.purchaseElement('waizant-encounter-purchase')
    await until(() => says('USD') || says('$'))
    expect(numbers(element).map(({ data }) => data)).toEqual([])
    translate(document.body)
    const choices = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=package]')
    const totals = [...element.shadowRoot!.querySelectorAll<HTMLElement>('label [part=price]')]
    choices[1]!.click()
    const total = /[\d.,]+\d/.exec(totals[1]!.innerText)![0]
    await until(() =>
      element.shadowRoot!.querySelector<HTMLElement>('[part=amount]')!.innerText.includes(total),
    )
    expect(says(total)).toBe(true)
  })

  it('does not keep the old amount on the button that adds licences', async () => {
    buy.purchaseServer()
    const element = buy.purchaseElement('waizant-licence-purchase')
    const add = () =>
      buttonsOf(element.shadowRoot!).find((one) => /Agregar \d/.test(one.innerText))?.innerText
    await buy.type(element, '12')
    const before = await until(add)
    translate(document.body)
    await buy.type(element, '14')
    await until(() => add() && add() !== before)
  })

  it('does not keep the old amount on the button that changes the plan', async () => {
    const dearer = upgrade({
      quoteId: `quo_${'2'.repeat(32)}`,
      dueNow: { amount: 22_500, currency: 'MXN', text: '$225.00' },
    })
    const server = change.customerServer(
      on('POST', paths.preview, (times) => json(times ? dearer : upgrade())),
      ...customerAnswers(),
    )
    const element = await change.reviewed(server)
    expect(numbers(document.body).map(({ data }) => data)).toEqual([])
    translate(document.body)
    const dialog = change.dialogOf(element) as HTMLElement & { requestUpdate(): void }
    const back = buttonsOf(dialog.shadowRoot!).find((one) => one.innerText.includes('Elegir otro plan'))!
    back.click()
    await until(() => dialog.shadowRoot!.querySelector('form'))
    await until(() => dialog.shadowRoot!.querySelector('h2')!.innerText === 'Elige tu plan')
    translate(document.body)
    buttonsOf(dialog.shadowRoot!)
      .find((one) => one.innerText.includes('Revisar el cambio'))!
      .click()
    await until(() => dialog.shadowRoot!.innerHTML.includes('$225.00'))
    expect(says('Pagar $225.00')).toBe(true)
    const title = dialog.shadowRoot!.querySelector('h2')!
    expect(title.innerText).toBe(`Tu cambio a ${dearer.to.planName}`)
    expect(says(upgrade().dueNow.text!)).toBe(false)
  })
})
