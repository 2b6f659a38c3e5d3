import type { WaizantPlanChange } from '../elements/plan-change/plan-change.ts'
import { billing, money, recommendation } from '../fixtures/customer.ts'
import { blocked, credit, fullBill, hostile, line, periodEnd, upgrade } from '../fixtures/quotes.ts'
import {
  type CustomerSituation,
  customerAnswers,
  dead,
  never,
  on,
  paths,
} from '../testing/customer-answers.ts'
import { type Answer, json, problem, problemWithQuote } from '../testing/fake-server.ts'
import { fakeStripe } from '../testing/fake-stripe.ts'
import { until } from '../testing/until.ts'
import type { State } from './state.ts'

type Change = WaizantPlanChange

const dialogOf = (element: Change) =>
  element.shadowRoot?.querySelector('waizant-plan-change-dialog')?.shadowRoot

const press = async (element: Change, selector: string) => {
  const button = await until(() => dialogOf(element)?.querySelector<HTMLElement>(selector))
  button.click()
}

const open = (element: Change) => element.open()

const review = async (element: Change) => {
  await element.open()
  await press(element, 'form [part~=action-main]')
  await until(() => dialogOf(element)?.querySelector('[part=review]'))
}

const confirm = async (element: Change) => {
  await review(element)
  await press(element, '[part=dialog-footer] [part~=action-main]')
}

const card = async (element: Change) => {
  await review(element)
  await press(element, '[part=dialog-footer] [part~=action]:nth-last-child(2)')
}

/** A state: the customer's situation, and the server's answers that differ from the usual ones. */
const state = (
  name: string,
  act?: State<Change>['act'],
  situation?: CustomerSituation,
  otherwise: () => Answer[] = () => [],
): State<Change> => ({
  name,
  element: 'waizant-plan-change',
  answers: () => [...otherwise(), ...customerAnswers(situation)],
  ...(act && { act }),
})

const annual = upgrade({
  to: { ...upgrade().to, plan: 'basico', planName: 'Básico', interval: 'year' },
  lines: [line('Tiempo sin usar de Básico mensual (18 días)', -59_940), line('Básico anual', 1_018_900)],
  subtotal: money(958_960),
  total: money(958_960),
  dueNow: money(946_910),
  nextInvoice: { date: '2027-11-15T10:00:00Z', amount: money(1_018_900) },
  gains: [{ code: 'saving', text: 'Ahorras $1,799.00 al año' }],
})

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

const declined = () =>
  problem(
    402,
    'payment-declined',
    'Tu banco rechazó el pago. No se cobró ni cambió nada; prueba con otra tarjeta.',
  )

const noCard = upgrade({
  blockers: [{ code: 'no-payment-method', text: 'Agrega una tarjeta para continuar.' }],
})

const fits = recommendation({
  plan: 'basico',
  isCurrent: true,
  reason: { code: 'fits', text: 'Básico cubre lo que usas hoy: 8 de 10 usuarios.', facts: {} },
})

const canceling = () =>
  problem(409, 'subscription-canceling', 'Tu suscripción está por terminar. Reactívala primero.')

const changed = () =>
  problemWithQuote(
    409,
    'quote-changed',
    'Algo cambió desde que viste el precio. No se cobró nada; revisa la nueva cotización.',
    fullBill({ quoteId: `quo_${'2'.repeat(32)}`, balanceBefore: money(5_000), balanceUsed: money(5_000) }),
  )

const asksBank = { result: { status: 'requires-action', clientSecret: 'pi_1_secret_1' } } as const

/** Every state of the change of plan. */
export const planChangeStates: readonly State<Change>[] = [
  state('button'),
  state('loading', open, {}, () => [never('GET', paths.recommendation)]),
  state('choose', open),
  state('choose-fits', open, { recommendation: fits }),
  state('choose-failed', open, {}, () => [dead('GET', paths.billing)]),
  state('choose-scheduled', open, { billing: scheduled }),
  state(
    'choose-refused',
    async (element) => {
      await element.open()
      await press(element, 'form [part~=action-main]')
    },
    {},
    () => [on('POST', paths.preview, canceling)],
  ),
  state('review-upgrade', review),
  state('review-full', review, { quote: fullBill() }),
  state('review-annual', review, { quote: annual }),
  state('review-credit', review, { quote: credit() }),
  state('review-period-end', review, { quote: periodEnd() }),
  state('review-blocked', review, { quote: blocked() }),
  state('review-no-card', review, { quote: noCard }),
  state('review-expiring', review, { quote: upgrade({ expiresAt: '2026-11-15T10:01:30Z' }) }),
  state('review-hostile', review, { quote: hostile() }),
  state('paying', confirm, {}, () => [never('POST', paths.changes)]),
  state('unknown', confirm, {}, () => [dead('POST', paths.changes)]),
  state('changed', confirm, {}, () => [on('POST', paths.changes, changed)]),
  state('declined', confirm, {}, () => [on('POST', paths.changes, declined)]),
  state(
    'card',
    async (element) => {
      fakeStripe()
      await card(element)
    },
    { quote: noCard },
  ),
  state('card-failed', card, { quote: noCard }, () => [dead('POST', paths.card)]),
  state(
    'bank',
    async (element) => {
      fakeStripe().bank = () => new Promise(() => {})
      await confirm(element)
    },
    asksBank,
  ),
  state(
    'bank-again',
    async (element) => {
      fakeStripe()
      await confirm(element)
    },
    asksBank,
  ),
  state('done', confirm),
  state('done-credit', confirm, { quote: credit() }),
  state('done-scheduled', confirm, {
    quote: periodEnd(),
    result: { status: 'scheduled', billing: scheduled },
  }),
  state(
    'undone',
    async (element) => {
      await element.open()
      await press(element, 'dialog > [part~=action]')
    },
    {},
    () => {
      const after = billing({ plan: 'pro', planName: 'Pro' })
      return [
        on('DELETE', paths.pending, after),
        on('GET', paths.billing, (times) => json(times ? after : scheduled)),
      ]
    },
  ),
]
