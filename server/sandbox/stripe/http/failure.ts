import { randomName } from '../ids.ts'
import type { ApiAnswer } from './api.ts'

const ERRORS: Record<number, { code?: string; message: string; type: string }> = {
  400: { message: 'Bad request (a fault of the sandbox).', type: 'invalid_request_error' },
  402: { code: 'card_declined', message: 'Your card was declined.', type: 'card_error' },
  409: {
    code: 'lock_timeout',
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.',
    type: 'invalid_request_error',
  },
  413: { message: 'Request body too large.', type: 'invalid_request_error' },
  429: {
    code: 'rate_limit',
    message:
      'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    type: 'invalid_request_error',
  },
}

const TOO_SMALL = {
  code: 'amount_too_small',
  message: 'Amount must convert to at least 10.00 mxn (a fault of the sandbox).',
  type: 'invalid_request_error',
}

/** Stripe's answer to a request with a planned failure; nothing was done. */
export const failure = (fault: number | 'lock-timeout' | 'amount-too-small'): ApiAnswer => {
  if (fault === 'amount-too-small') return answer(400, TOO_SMALL)
  const status = fault === 'lock-timeout' ? 409 : fault
  return answer(status, ERRORS[status] ?? { message: 'An unexpected error occurred.', type: 'api_error' })
}

const answer = (status: number, error: object): ApiAnswer => ({
  status,
  headers: {
    'content-type': 'application/json',
    'request-id': `req_${randomName(14)}`,
    ...(status === 409 && { 'stripe-should-retry': 'true' }),
  },
  body: JSON.stringify({ error }),
})
