import '../elements/licence-purchase/licence-purchase.ts'
import type { WaizantLicencePurchase } from '../elements/licence-purchase/licence-purchase.ts'
import { clinic, seatQuote, usd } from '../fixtures/purchases.ts'
import { connect } from '../stores/connect.ts'
import { dead, never, on, paths } from '../testing/customer-answers.ts'
import { type Answer, json, problem } from '../testing/fake-server.ts'
import { purchaseAnswers, purchasePaths } from '../testing/purchase-answers.ts'
import { until } from '../testing/until.ts'
import type { State } from './state.ts'

type Element = WaizantLicencePurchase

interface Situation {
  act?: (element: Element) => Promise<unknown>
  billing?: ReturnType<typeof clinic>
  answers?: () => Answer[]
  quantity?: number
}

const state = (name: string, { act, billing, answers, quantity }: Situation = {}): State<Element> => ({
  name,
  element: 'waizant-licence-purchase',
  answers: () => [...(answers?.() ?? []), ...purchaseAnswers(billing)],
  ...(quantity && { attributes: `quantity="${quantity}"` }),
  ...(act && { act }),
})

const confirm = async (element: Element) =>
  (
    await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part~=action-main]:not(:disabled)'))
  ).click()

const licences = clinic().licences

const hostile = '<script>alert(1)</script> '.repeat(4) + 'sinespacios'.repeat(9)

/** Every state of the purchase of licences. */
export const licencePurchaseStates: readonly State<Element>[] = [
  state('choose'),
  state('more', { quantity: 10 }),
  state('fewer', { quantity: 7 }),
  state('least', { quantity: 6 }),
  state('calculating', { quantity: 10, answers: () => [never('POST', purchasePaths.licencePrice)] }),
  state('price-failed', { quantity: 10, answers: () => [dead('POST', purchasePaths.licencePrice)] }),
  state('change-scheduled', {
    quantity: 10,
    answers: () => [
      on('POST', purchasePaths.licencePrice, () =>
        problem(
          409,
          'change-scheduled',
          'Ya tienes un cambio programado. Deshazlo primero para elegir otro.',
        ),
      ),
    ],
  }),
  state('changed', {
    quantity: 10,
    act: confirm,
    answers: () => [
      on('POST', purchasePaths.licences, () => problem(409, 'price-changed', 'El precio cambió.')),
      on('POST', purchasePaths.licencePrice, (times) =>
        json(seatQuote(10, times ? { total: usd(531) } : {})),
      ),
    ],
  }),
  state('refused', {
    quantity: 7,
    act: confirm,
    answers: () => [
      on('POST', purchasePaths.licences, () =>
        problem(422, 'licences-in-use', 'Tienes 8 licencias en uso: no puedes bajar de ahí.'),
      ),
    ],
  }),
  state('ordering', { quantity: 10, act: confirm, answers: () => [never('POST', purchasePaths.licences)] }),
  state('done', {
    quantity: 10,
    act: confirm,
    answers: () => [
      on('GET', paths.billing, (times) =>
        json(times ? clinic({ licences: { ...licences, total: 10, bought: 5 } }) : clinic()),
      ),
    ],
  }),
  state('canceling', { billing: clinic({ status: 'canceling' }) }),
  state('not-sold', {
    billing: clinic({ licences: { ...licences, bought: 0, total: 5, packages: [] }, services: [] }),
  }),
  state('unlimited', {
    billing: clinic({ licences: { total: null, inUse: 41, included: null, bought: 0, packages: [] } }),
  }),
  state('hostile', {
    quantity: 10,
    billing: clinic({
      services: [{ id: 'x', name: hostile, unit: usd(350), used: { units: 3, total: usd(1_050) } }],
    }),
    answers: () => [
      on(
        'POST',
        purchasePaths.licencePrice,
        seatQuote(10, { lines: [{ description: hostile, amount: usd(524), kind: 'charge', period: null }] }),
      ),
    ],
  }),
  state('loading', { answers: () => [never('GET', paths.billing)] }),
  state('failed', { answers: () => [dead('GET', paths.billing)] }),
  state('signed-out', { act: async () => connect({ ecosystem: '' }) }),
]
