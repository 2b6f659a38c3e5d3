import { unauthenticated } from '../checkout/pay.ts'
import type { Draft } from '../draft.ts'
import { StripeSandboxError } from '../errors.ts'
import type { ApiAnswer, ApiRequest } from '../http/api.ts'
import type { PaymentMethod, Session } from '../kinds.ts'
import { completeSession } from '../objects/checkout/complete.ts'
import { subscribe } from '../objects/checkout/fulfil.ts'
import { currentTotals } from '../objects/checkout/lines.ts'
import type { Outcome, Purchase } from '../objects/checkout/purchase.ts'
import { createCustomer } from '../objects/customer.ts'
import { cardsOf, createCard } from '../objects/payment-method.ts'
import { periodAt } from '../objects/subscription/items.ts'
import { checkEntry, type Entry, emptyEntry, expiryOf, readEntry } from './checkout-form.ts'
import { bankView, type Checkout, checkoutView } from './checkout-view.ts'
import { notice } from './layout.ts'
import { type Words, wordsFor } from './words.ts'

/** The pages of one checkout session: payment, the bank's question, and the result. */
export const checkoutPage = (draft: Draft, request: ApiRequest, otherwise: 'es' | 'en'): ApiAnswer => {
  const [, , , id = '', step] = request.path.split('/')
  const session = draft.find('checkout.session', id)
  const accepted = request.headers['accept-language'] as string | undefined
  const words = wordsFor(session?.locale ?? null, accepted, otherwise)
  if (!session?.url && !(session && session.status !== 'open'))
    return notice(words, words.missingTitle, words.missingText, null, 404)
  if (session.status !== 'open') return over(words, session)
  const secret = draft.need('internal.session', id)
  const checkout = describe(draft, session)
  const posted = request.method === 'POST'
  if (step === 'authenticate') {
    if (!secret.authenticating) return redirect(`/c/pay/${id}`)
    return posted ? submitBankAnswer(draft, request, words, checkout) : bankView(words, checkout.session)
  }
  if (!posted) return checkoutView(words, checkout, emptyEntry(session, checkout.saved !== null))
  return submit(draft, request, words, checkout)
}

const over = (words: Words, session: Session): ApiAnswer => {
  const done = successUrl(session)
  return session.status === 'complete'
    ? notice(words, words.paidTitle, words.paidText, done ? { href: done, text: words.paidBack } : null)
    : notice(
        words,
        words.expiredTitle,
        words.expiredText,
        session.cancel_url ? { href: session.cancel_url, text: words.back } : null,
        410,
      )
}

const successUrl = (session: Session): string | null =>
  session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null

const redirect = (location: string): ApiAnswer => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
})

/** The data of the page; the end of the first period is computed by subscribing in a fork that is discarded. */
const describe = (draft: Draft, session: Session): Checkout => {
  const { lines, params } = draft.need('internal.session', session.id)
  return {
    session: { ...session, ...currentTotals(draft, session) },
    lines,
    saved: savedCard(draft, session),
    renews: session.mode === 'subscription' ? firstPeriod(draft.fork()) : null,
  }

  function firstPeriod(fork: Draft): Checkout['renews'] {
    const customer = session.customer ?? createCustomer(fork, {}).id
    const subscription = subscribe(fork, customer, params, lines)
    const [item] = subscription.items.data
    if (!item) return null
    const whole = periodAt(subscription, item.price, draft.now)
    return {
      at: item.current_period_end,
      isStub: whole.start < item.current_period_start,
      isTrial: subscription.status === 'trialing',
    }
  }
}

const savedCard = (draft: Draft, session: Session): PaymentMethod | null => {
  if (!session.customer) return null
  const chosen = draft.need('customer', session.customer).invoice_settings?.default_payment_method
  const all = cardsOf(draft, session.customer)
  return all.find((method) => method.id === chosen) ?? all[0] ?? null
}

const submit = (draft: Draft, request: ApiRequest, words: Words, checkout: Checkout): ApiAnswer => {
  const { session, saved } = checkout
  const entry = readEntry(request.body, session, saved !== null)
  const problems = checkEntry(entry, session, words, draft.now)
  if (Object.keys(problems).length) return checkoutView(words, checkout, entry, problems)
  const fork = draft.fork()
  const method = entry.use === 'saved' ? saved!.id : enterCard(fork, entry, session)
  if (typeof method !== 'string') return declined(words, checkout, entry, method)
  const purchase: Purchase = {
    paymentMethod: method,
    email: (session.customer ? draft.need('customer', session.customer).email : null) ?? entry.email,
    name: entry.name || null,
    fields: entry.fields,
    details: entry.details,
    savesCard: entry.saves,
    authenticated: false,
  }
  return finishPayment(draft, fork, words, checkout, entry, purchase)
}

const enterCard = (draft: Draft, entry: Entry, session: Session): string | Outcome => {
  const expiry = expiryOf(entry.expiry)!
  try {
    const card = { number: entry.number, exp_month: expiry.month, exp_year: expiry.year, cvc: entry.cvc }
    return createCard(draft, card, entry.email || session.customer_email, entry.name || null).id
  } catch (error) {
    if (!(error instanceof StripeSandboxError)) throw error
    const code = String(error.body.code)
    return {
      outcome: 'declined',
      code,
      declineCode: (error.body.decline_code as string) ?? null,
      message: error.message,
    }
  }
}

const finishPayment = (
  draft: Draft,
  fork: Draft,
  words: Words,
  checkout: Checkout,
  entry: Entry,
  purchase: Purchase,
): ApiAnswer => {
  const { session } = checkout
  const result = completeSession(fork, session.id, purchase)
  draft.absorb(fork)
  if (result.outcome === 'complete') return redirect(successUrl(session) ?? `/c/pay/${session.id}`)
  if (result.outcome === 'declined') return declined(words, checkout, entry, result)
  // The card stays in the session until its holder has answered.
  draft.change('internal.session', session.id, { authenticating: purchase })
  return redirect(`/c/pay/${session.id}/authenticate`)
}

const declined = (words: Words, checkout: Checkout, entry: Entry, result: Outcome): ApiAnswer => {
  const { code, declineCode } = result as Extract<Outcome, { outcome: 'declined' }>
  const reason = words.reason[declineCode ?? ''] ?? words.reason[code] ?? words.reason.generic_decline!
  return checkoutView(words, checkout, { ...entry, number: '', expiry: '', cvc: '' }, {}, reason)
}

const submitBankAnswer = (draft: Draft, request: ApiRequest, words: Words, checkout: Checkout): ApiAnswer => {
  const { session } = checkout
  const purchase = draft.need('internal.session', session.id).authenticating!
  draft.change('internal.session', session.id, { authenticating: null })
  const entry: Entry = {
    ...emptyEntry(session, checkout.saved !== null),
    email: purchase.email ?? '',
    name: purchase.name ?? '',
    use: 'new',
    fields: purchase.fields,
    details: purchase.details ?? {},
  }
  if (new URLSearchParams(request.body).get('answer') !== 'yes') {
    const refused = unauthenticated(draft, session.id, purchase)
    return declined(words, checkout, entry, { ...refused, declineCode: 'unauthenticated' } as Outcome)
  }
  return finishPayment(draft, draft.fork(), words, checkout, entry, { ...purchase, authenticated: true })
}
