import { unauthenticated } from '../checkout/pay.ts'
import type { Draft } from '../draft.ts'
import type { Engine } from '../engine.ts'
import { invalid, missing, StripeSandboxError } from '../errors.ts'
import type { ApiAnswer, ApiRequest } from '../http/api.ts'
import { randomName } from '../ids.ts'
import type { PaymentIntent, Session, SetupIntent } from '../kinds.ts'
import { completeSession } from '../objects/checkout/complete.ts'
import type { Outcome, Purchase } from '../objects/checkout/purchase.ts'
import { authenticateIntent, confirmIntent } from '../objects/payment-intent.ts'
import { createCard, readPaymentMethod } from '../objects/payment-method.ts'
import { refusalOf } from '../objects/payment-refusal.ts'
import { authenticateSetup, confirmSetup, setupRefusal } from '../objects/setup-intent.ts'
import { expiryOf } from '../pages/checkout-form.ts'
import { sessionView } from './session-view.ts'

interface Body {
  key?: string
  clientSecret?: string
  source?: {
    card?: { number: string; expiry: string; cvc: string }
    paymentMethod?: string
    confirmationToken?: string
  }
  email?: string | null
  savesCard?: boolean
  agreed?: boolean
}

/** The API calls of the browser script, authorised by the publishable key and the secret of one intent or session. */
export const answerStripeJs = (engine: Engine, request: ApiRequest): ApiAnswer => {
  if (request.method === 'OPTIONS') return { status: 204, headers: CORS, body: '' }
  try {
    const body = parse(request.body)
    if (body.key !== engine.account.publishableKey)
      throw new StripeSandboxError(401, {
        message: 'Invalid API Key provided.',
        type: 'invalid_request_error',
      })
    const run = CALLS[request.path.replace(/^\/js\//, '')]
    if (!run) throw missing('call', request.path)
    return answer(
      200,
      engine.transact((draft) => run(draft, body)),
    )
  } catch (error) {
    if (!(error instanceof StripeSandboxError)) throw error
    return answer(error.status, { error: error.body })
  }
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
}

const answer = (status: number, body: object): ApiAnswer => ({
  status,
  headers: { ...CORS, 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
})

const parse = (text: string): Body => {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body as Body
  } catch {}
  throw invalid('The body is not what the script sends.')
}

const CALLS: Record<string, (draft: Draft, body: Body) => object> = {
  intent: (draft, body) => intentFor(draft, body),
  confirm: (draft, body) => {
    const intent = intentFor(draft, body)
    const method = methodFrom(draft, body)
    if (intent.object === 'payment_intent') {
      const tried = confirmIntent(draft, intent.id, { paymentMethod: method, offSession: false })
      if (tried.status === 'requires_payment_method') throw refusalOf(tried)
      return tried
    }
    const tried = confirmSetup(draft, intent.id, method, false)
    if (tried.status === 'requires_payment_method') throw setupRefusal(tried)
    return tried
  },
  authenticate: (draft, body) => {
    const intent = intentFor(draft, body)
    if (intent.object === 'payment_intent') {
      const answered = authenticateIntent(draft, intent.id, body.agreed === true)
      if (answered.status === 'requires_payment_method') throw refusalOf(answered)
      return answered
    }
    const answered = authenticateSetup(draft, intent.id, body.agreed === true)
    if (answered.status === 'requires_payment_method') throw setupRefusal(answered)
    return answered
  },
  'payment-method': (draft, body) => draft.need('payment_method', methodFrom(draft, body)),
  'confirmation-token': (draft, body) => {
    const token = { id: `ctoken_1${randomName(23)}`, paymentMethod: methodFrom(draft, body) }
    draft.put('internal.confirmation', token)
    return { id: token.id, object: 'confirmation_token', livemode: false, payment_method: null }
  },
  session: (draft, body) => ({ session: sessionView(draft, sessionFor(draft, body)) }),
  'session/confirm': (draft, body) => {
    const session = sessionFor(draft, body)
    const customer = session.customer ? draft.need('customer', session.customer) : null
    const email = customer?.email ?? session.customer_email ?? body.email ?? null
    if (!email && !customer) throw invalid('You must provide an email before confirming.', 'email')
    return finishPayment(draft, session, {
      paymentMethod: methodFrom(draft, body),
      email,
      name: customer?.name ?? null,
      fields: {},
      savesCard: body.savesCard === true,
      authenticated: false,
    })
  },
  'session/authenticate': (draft, body) => {
    const session = sessionFor(draft, body)
    const { authenticating } = draft.need('internal.session', session.id)
    if (!authenticating) throw invalid('This session is not being authenticated.')
    draft.change('internal.session', session.id, { authenticating: null })
    if (!body.agreed) return { failure: failureOf(unauthenticated(draft, session.id, authenticating)) }
    return finishPayment(draft, session, { ...authenticating, authenticated: true })
  },
}

const finishPayment = (draft: Draft, session: Session, purchase: Purchase): object => {
  const result = completeSession(draft, session.id, purchase)
  if (result.outcome === 'complete')
    return { session: sessionView(draft, result.session), returnUrl: session.return_url ?? null }
  if (result.outcome === 'declined') return { failure: failureOf(result) }
  draft.change('internal.session', session.id, { authenticating: purchase })
  return { requiresAction: true }
}

const failureOf = (outcome: Outcome) => {
  const { code, declineCode, message } = outcome as Extract<Outcome, { outcome: 'declined' }>
  return { code, declineCode, message }
}

const intentFor = (draft: Draft, { clientSecret }: Body): PaymentIntent | SetupIntent => {
  const id = clientSecret?.split('_secret_')[0] ?? ''
  const intent = id.startsWith('seti_') ? draft.need('setup_intent', id) : draft.need('payment_intent', id)
  if (intent.client_secret !== clientSecret)
    throw invalid(
      'The client_secret provided does not match any associated intent on this account.',
      'client_secret',
      'resource_missing',
    )
  return intent
}

const sessionFor = (draft: Draft, { clientSecret }: Body): Session => {
  const session = draft.need('checkout.session', clientSecret?.split('_secret_')[0] ?? '')
  if (!session.client_secret || session.client_secret !== clientSecret)
    throw invalid(
      'The client_secret provided does not match any Checkout Session on this account.',
      'client_secret',
      'resource_missing',
    )
  return session
}

const methodFrom = (draft: Draft, { source }: Body): string => {
  if (source?.paymentMethod) return readPaymentMethod(draft, String(source.paymentMethod)).id
  if (source?.confirmationToken)
    return draft.need('internal.confirmation', String(source.confirmationToken)).paymentMethod
  if (!source?.card) throw invalid('Missing required param: source.', 'source', 'parameter_missing')
  const expiry = expiryOf(String(source.card.expiry))
  return createCard(draft, {
    number: String(source.card.number),
    exp_month: expiry?.month ?? 0,
    exp_year: expiry?.year ?? 0,
    cvc: String(source.card.cvc),
  }).id
}
