import '../elements/encounter-purchase/encounter-purchase.ts'
import type { WaizantEncounterPurchase } from '../elements/encounter-purchase/encounter-purchase.ts'
import { clinic, purchase, usd } from '../fixtures/purchases.ts'
import { connect } from '../stores/connect.ts'
import { dead, never, on, paths } from '../testing/customer-answers.ts'
import { type Answer, json, problem } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { purchaseAnswers, purchasePaths } from '../testing/purchase-answers.ts'
import { until } from '../testing/until.ts'
import type { State } from './state.ts'

type Element = WaizantEncounterPurchase

interface Situation {
  act?: (element: Element) => Promise<unknown>
  billing?: ReturnType<typeof clinic>
  answers?: () => Answer[]
  attributes?: string
}

const state = (name: string, { act, billing, answers, attributes }: Situation = {}): State<Element> => ({
  name,
  element: 'waizant-encounter-purchase',
  answers: () => [...(answers?.() ?? []), ...purchaseAnswers(billing)],
  ...(attributes && { attributes }),
  ...(act && { act }),
})

const press = async (element: Element, selector: string) =>
  (await until(() => element.shadowRoot?.querySelector<HTMLElement>(selector))).click()

const pay = (element: Element) => press(element, '[part~=action-main]:not(:disabled)')

const payWith = (answer: { message: string; code: string | null } | undefined) => (element: Element) => {
  fakeStripe().pay = async () => answer
  return pay(element)
}

const declined = { message: 'Tu tarjeta fue rechazada.', code: 'paymentFailed' }

const newCard = async (element: Element) => {
  fakeStripe()
  await press(element, '[part=link]')
  await until(() => element.querySelector('fieldset'))
}

const standing = (...all: Parameters<typeof purchase>[]) =>
  on('GET', purchasePaths.purchase, (times) => json(purchase(...all[Math.min(times, all.length - 1)]!)))

const dearer = clinic({
  encounters: { available: 320, packages: [{ quantity: 50, unit: usd(60), total: usd(3_000) }] },
})

const hostile =
  '<img src=x onerror=alert(1)> & una tarjeta con un nombre larguísimo, sin un solo espacio: ' +
  'x'.repeat(60)

/** Every state of the purchase of encounters. */
export const encounterPurchaseStates: readonly State<Element>[] = [
  state('choose'),
  state('custom', { attributes: 'quantity="620"' }),
  state('too-small', {
    attributes: 'quantity="20"',
    answers: () => [
      on('POST', purchasePaths.encounterPrice, () =>
        problem(422, 'quantity-too-small', 'El paquete más pequeño es de 50.'),
      ),
    ],
  }),
  state('price-failed', {
    attributes: 'quantity="620"',
    answers: () => [dead('POST', purchasePaths.encounterPrice)],
  }),
  state('no-card', { billing: clinic({ paymentMethod: null }) }),
  state('loading', { answers: () => [never('GET', paths.billing)] }),
  state('failed', { answers: () => [dead('GET', paths.billing)] }),
  state('signed-out', { act: async () => connect({ ecosystem: '' }) }),
  state('trial', {
    billing: clinic({
      status: 'trialing',
      encounters: { available: 50, packages: [] },
      notices: [{ code: 'trial', text: 'Tu prueba termina en 12 días.' }],
    }),
  }),
  state('suspended', {
    billing: clinic({
      status: 'suspended',
      notices: [{ code: 'suspended', text: 'Tu servicio está en pausa por un pago pendiente.' }],
    }),
  }),
  state('not-sold', { billing: clinic({ encounters: { available: 0, packages: [] } }) }),
  state('paying', {
    act: async (element) => {
      fakeStripe().pay = () => new Promise(() => {})
      await pay(element)
    },
  }),
  state('card', { act: newCard }),
  state('card-declined', {
    act: async (element) => {
      await newCard(element)
      await until(() => element.shadowRoot?.querySelector('[part=buttons] [part~=action-main]'))
      await payWith(declined)(element)
    },
    answers: () => [
      standing([
        'open',
        { failure: { code: 'card-declined', text: 'Tu banco rechazó el pago. No se cobró nada.' } },
      ]),
    ],
  }),
  state('declined', { act: payWith(declined), answers: () => [standing(['open'])] }),
  state('hostile', {
    act: async (element) => {
      const stripe = fakeStripe()
      stripe.savedCards = [{ id: 'pm_1', card: { brand: hostile, last4: '4242' } }]
      stripe.pay = async () => ({ message: hostile, code: 'paymentFailed' })
      await pay(element)
    },
    answers: () => [standing(['open'])],
    billing: clinic({ paymentMethod: { brand: hostile, last4: '4242', expiresMonth: 1, expiresYear: 2030 } }),
  }),
  state('changed', {
    act: payWith(undefined),
    answers: () => [
      on('POST', purchasePaths.encounters, () => problem(409, 'price-changed', 'El precio cambió.')),
      on('GET', paths.billing, (times) => json(times ? dearer : clinic())),
    ],
  }),
  state('refused', {
    act: payWith(undefined),
    answers: () => [
      on('POST', purchasePaths.encounters, () =>
        problem(403, 'not-allowed', 'Tu cuenta puede ver la facturación, pero no cambiarla.'),
      ),
    ],
  }),
  state('expired', { act: payWith(undefined), answers: () => [standing(['expired'])] }),
  state('confirming', { act: payWith(undefined), answers: () => [standing(['pending'])] }),
  state('paid', { act: payWith(undefined), answers: () => [standing(['paid'])] }),
  state('done', {
    act: payWith(undefined),
    answers: () => [
      on('GET', paths.billing, (times) =>
        json(times ? clinic({ encounters: { ...clinic().encounters, available: 370 } }) : clinic()),
      ),
    ],
  }),
]
