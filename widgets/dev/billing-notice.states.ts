import type { WaizantBillingNotice } from '../elements/billing-notice/billing-notice.ts'
import { inTrial, leaving, owing, paying } from '../fixtures/billing.ts'
import { billingAnswers, billingPaths } from '../testing/billing-answers.ts'
import { on } from '../testing/customer-answers.ts'
import { type Answer, problem } from '../testing/fake-server.ts'
import { until } from '../testing/until.ts'
import type { State } from './state.ts'

type Notice = WaizantBillingNotice

const state = (
  name: string,
  answers: () => readonly Answer[],
  act?: State<Notice>['act'],
): State<Notice> => ({
  name,
  element: 'waizant-billing-notice',
  answers,
  ...(act && { act }),
})

const press = async (element: Notice) =>
  (await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part=action]'))).click()

const withNotice = (code: string, text: string, facts?: Record<string, string | number>) => () =>
  billingAnswers(paying({ notices: [{ code, text, ...(facts && { facts }) }] }))

/** Every state of the notice. */
export const billingNoticeStates: readonly State<Notice>[] = [
  state('silent', () => billingAnswers()),
  state('trial', () => billingAnswers(inTrial())),
  state(
    'trial-ended',
    withNotice('trial-ended', 'Tu prueba terminó. Elige un plan y sigue donde te quedaste.'),
  ),
  state('payment-failed', () => billingAnswers(owing())),
  state(
    'suspended',
    withNotice(
      'suspended',
      'Tu cuenta está suspendida por falta de pago. Se reactiva sola en cuanto pagues.',
    ),
  ),
  state('canceling', () => billingAnswers(leaving())),
  state(
    'change-scheduled',
    withNotice(
      'change-scheduled',
      'Cambias a Básico mensual el 1 de diciembre de 2026. Puedes deshacerlo hasta entonces.',
    ),
  ),
  state(
    'licences-near',
    withNotice('licences-near', 'Usas 9 de 10 licencias. Con Pro tienes 50.', {
      inUse: 9,
      total: 10,
      plan: 'pro',
      planName: 'Pro',
    }),
  ),
  state(
    'licences-full',
    withNotice('licences-full', 'Usas tus 8 licencias: ya no cabe nadie más. Compra las que te falten.'),
  ),
  state('unknown', withNotice('something-new', 'Mañana de 2 a 3 no habrá servicio.')),
  state('hostile', withNotice('trial', '<img src=x onerror=alert(1)>'.repeat(4))),
  state(
    'failed',
    () => [
      on('DELETE', billingPaths.cancellation, () =>
        problem(403, 'not-allowed', 'Pide a quien administra tu cuenta que lo haga.'),
      ),
      ...billingAnswers(leaving()),
    ],
    press,
  ),
]
