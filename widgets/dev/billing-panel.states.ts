import type { WaizantBillingPanel } from '../elements/billing-panel/billing-panel.ts'
import {
  clinic,
  inTrial,
  invoice,
  invoiceList,
  invoices,
  leaving,
  owing,
  paying,
  periodEnd,
} from '../fixtures/billing.ts'
import { money } from '../fixtures/customer.ts'
import { connect } from '../stores/connect.ts'
import { billingAnswers, billingPaths } from '../testing/billing-answers.ts'
import { never, on, paths } from '../testing/customer-answers.ts'
import { type Answer, problem } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { until } from '../testing/until.ts'
import type { State } from './state.ts'

type Panel = WaizantBillingPanel

const press = async (element: Panel, selector: string) =>
  (await until(() => element.shadowRoot?.querySelector<HTMLElement>(selector))).click()

const inDialog = (element: Panel, selector: string) =>
  until(() =>
    element.shadowRoot
      ?.querySelector('waizant-card-dialog, waizant-cancellation-dialog')
      ?.shadowRoot?.querySelector<HTMLElement>(selector),
  )

const pressInDialog = async (element: Panel, selector: string) => (await inDialog(element, selector)).click()

const state = (name: string, answers: () => readonly Answer[], act?: State<Panel>['act']): State<Panel> => ({
  name,
  element: 'waizant-billing-panel',
  answers,
  ...(act && { act }),
})

const newCard = { brand: 'mastercard', last4: '4444', expiresMonth: 4, expiresYear: 2031 }

/** The first answer is billing before the new card; the others come after it. */
const card = (before: object, after: object): Answer => {
  let isKept = false
  return (seen) => {
    if (seen.path === paths.card) isKept = true
    if (seen.method !== 'GET' || seen.path !== paths.billing) return undefined
    return new Response(JSON.stringify(isKept ? after : before))
  }
}

const changeCard = async (element: Panel) => {
  fakeStripe()
  await press(element, '[data-action=change-card]')
  await inDialog(element, '[part=buttons] [part~=action-main]')
}

const saveCard = async (element: Panel) => {
  await changeCard(element)
  await pressInDialog(element, '[part=buttons] [part~=action-main]')
}

const leave = (element: Panel) => press(element, '[data-action=cancel]')

const reasons = async (element: Panel) => {
  await leave(element)
  await pressInDialog(element, '[part=buttons] [part=action]')
  await inDialog(element, 'fieldset')
}

const confirm = async (element: Panel) => {
  await reasons(element)
  await pressInDialog(element, '[value=unused]')
  await pressInDialog(element, '[part=buttons] [part=action]')
  await inDialog(element, '[part~=action-danger]')
}

const confirmed = async (element: Panel) => {
  await confirm(element)
  await pressInDialog(element, '[part~=action-danger]')
}

const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

/** Every state of the billing panel. */
export const billingPanelStates: readonly State<Panel>[] = [
  state('loading', () => [never('GET', paths.billing), ...billingAnswers()]),
  state(
    'signed-out',
    () => billingAnswers(),
    async () => connect({ ecosystem: '' }),
  ),
  state('failed', () => [
    on('GET', paths.billing, () =>
      problem(503, 'unavailable', 'El servicio no responde. Vuelve a intentarlo.'),
    ),
    ...billingAnswers(),
  ]),
  state('active', () => billingAnswers()),
  state('clinic', () => billingAnswers(clinic())),
  state('trial', () => billingAnswers(inTrial(), invoiceList([]))),
  state('pending', () => billingAnswers(paying({ status: 'pending' }), invoiceList([]))),
  state('past-due', () => billingAnswers(owing())),
  state('bank-asks', () =>
    billingAnswers(
      owing({
        due: {
          ...owing().due!,
          needsAction: true,
          reason: { code: 'authentication-required', text: 'Tu banco pide que confirmes el pago.' },
        },
        notices: [
          { ...owing().notices[0]!, facts: { invoice: 'in_11', reason: 'authentication-required', asks: 1 } },
        ],
      }),
    ),
  ),
  state('suspended', () =>
    billingAnswers(
      owing({
        status: 'suspended',
        notices: [
          {
            code: 'suspended',
            text: 'Tu cuenta está suspendida por falta de pago. Se reactiva sola en cuanto pagues.',
          },
        ],
      }),
    ),
  ),
  state('canceling', () => billingAnswers(leaving())),
  state('canceled', () =>
    billingAnswers(
      leaving({
        status: 'canceled',
        notices: [
          {
            code: 'canceled',
            text: 'Tu suscripción terminó el 30 de noviembre de 2026. Guardamos tus datos hasta el 1 de marzo de 2027: elige un plan y sigue donde te quedaste.',
          },
        ],
      }),
    ),
  ),
  state('scheduled', () =>
    billingAnswers(
      paying({
        plan: 'pro',
        planName: 'Pro',
        pendingChange: { plan: 'basico', planName: 'Básico', interval: 'month', effectiveAt: periodEnd },
      }),
    ),
  ),
  state('unlimited', () =>
    billingAnswers(paying({ licences: { total: null, inUse: 212, included: null, bought: 0 } })),
  ),
  state('no-invoices', () => billingAnswers(paying(), invoiceList([]))),
  state('invoices-failed', () => [
    on('GET', billingPaths.invoices, () => problem(503, 'unavailable', 'El servicio no responde.')),
    ...billingAnswers(),
  ]),
  state(
    'invoice-lines',
    () => billingAnswers(paying(), invoiceList(invoices().invoices, 'more')),
    (element) => press(element, '[part=invoice]:nth-child(2) [part=open]'),
  ),
  state('hostile', () =>
    billingAnswers(
      paying({ company: hostile, planName: hostile, paymentMethod: { ...newCard, brand: hostile } }),
      invoiceList([
        invoice(1, {
          number: hostile,
          pdfUrl: 'javascript:alert(1)',
          lines: [{ description: hostile, amount: money(1) }],
        }),
      ]),
    ),
  ),
  state('card', () => billingAnswers(), changeCard),
  state(
    'card-failed',
    () => [
      on('POST', paths.card, () => problem(503, 'unavailable', 'El servicio no responde.')),
      ...billingAnswers(),
    ],
    (element) => press(element, '[data-action=change-card]'),
  ),
  state(
    'card-charging',
    () => [card(owing(), owing({ paymentMethod: newCard })), ...billingAnswers()],
    saveCard,
  ),
  state(
    'card-done',
    () => [card(paying(), paying({ paymentMethod: newCard })), ...billingAnswers()],
    saveCard,
  ),
  state(
    'card-paid',
    () => [card(owing(), paying({ paymentMethod: newCard })), ...billingAnswers()],
    saveCard,
  ),
  state('cancel-warning', () => billingAnswers(), leave),
  state('cancel-reason', () => billingAnswers(), reasons),
  state(
    'cancel-reason-missing',
    () => billingAnswers(),
    async (element) => {
      await reasons(element)
      await pressInDialog(element, '[part=buttons] [part=action]')
    },
  ),
  state('cancel-confirm', () => billingAnswers(clinic()), confirm),
  state(
    'cancel-declined',
    () => [
      on('POST', billingPaths.cancellation, () =>
        problem(402, 'outstanding-charges-declined', 'Tu banco rechazó el cobro de lo pendiente, USD 15.00.'),
      ),
      ...billingAnswers(clinic()),
    ],
    confirmed,
  ),
  state(
    'cancel-done',
    () => [
      on('POST', billingPaths.cancellation, {
        accessUntil: periodEnd,
        dataUntil: '2027-03-01T06:00:00Z',
        billing: leaving(),
      }),
      ...billingAnswers(),
    ],
    confirmed,
  ),
  state(
    'kept',
    () => [on('DELETE', billingPaths.cancellation, paying()), ...billingAnswers(leaving())],
    (element) => press(element, '[data-action=keep-subscription]'),
  ),
  state(
    'not-kept',
    () => [
      on('DELETE', billingPaths.cancellation, () =>
        problem(409, 'subscription-ended', 'Tu suscripción ya terminó.'),
      ),
      ...billingAnswers(leaving()),
    ],
    (element) => press(element, '[data-action=keep-subscription]'),
  ),
]
