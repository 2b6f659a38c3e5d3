import type { WaizantPlanSelectEvent } from '../../widgets/events.ts'
import type { Message } from '../analytics/message.ts'

/**
 * Reports the visit and its important events to the operator's counter, without cookies in either direction.
 * `sendBeacon` would send the cookies of the counter's site, so this uses a request that outlives the page and carries
 * none.
 */
const { counter, event: outcome } = document.querySelector<HTMLElement>('#visit')!.dataset
const refuses =
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1'

const tell = (event: Message['event'], more: Partial<Message> = {}) => {
  const message: Message = {
    event,
    page: location.pathname,
    locale: document.documentElement.lang,
    ...more,
  }
  void fetch(counter!, {
    method: 'POST',
    body: JSON.stringify(message),
    keepalive: true,
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {})
}

const cameFrom = (): Partial<Message> => {
  const from = URL.canParse(document.referrer) ? new URL(document.referrer).host : ''
  return from && from !== location.host ? { from } : {}
}

const chosen = ({ selection }: WaizantPlanSelectEvent) => {
  const { action, catalogue, plan, interval, currency } = selection
  tell('plan-select', { action, catalogue, plan, interval, currency })
}

if (!refuses) {
  tell('page-view', cameFrom())
  if (outcome) tell(outcome as Message['event'])
  document.addEventListener('waizant-plan-select', chosen)
  document.addEventListener('waizant-checkout-open', () => tell('checkout-open'))
}
