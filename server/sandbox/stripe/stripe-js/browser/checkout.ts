import type { Appearance } from './appearance.ts'
import { chargeCard } from './bank-dialog.ts'
import type { Call, JsError, Source } from './call.ts'
import { Elements } from './elements.ts'
import type { PaymentElement } from './payment-element.ts'
import { wordsFor } from './words.ts'

/** A session as a page sees it. */
interface Session {
  id: string
  canConfirm: boolean
  email: string | null
  status: { type: string }
  [field: string]: unknown
}

interface Outcome {
  session?: Session
  requiresAction?: boolean
  returnUrl?: string | null
  failure?: { code: string; declineCode: string | null; message: string }
}

export interface CheckoutOptions {
  clientSecret: string | Promise<string>
  elementsOptions?: { appearance?: Appearance }
  defaultValues?: { email?: string }
}

interface ConfirmArgs {
  paymentMethod?: string
  redirect?: 'always' | 'if_required'
  returnUrl?: string
  savePaymentMethod?: boolean
  email?: string
}

type Failure = {
  type: 'error'
  error: { message: string; code: string | null; paymentFailed?: { declineCode: string | null } }
}
type Success = { type: 'success'; session: Session }

const fails = (message: string): Failure => ({ type: 'error', error: { message, code: null } })
const failed = (error: JsError): Failure => fails(error.message ?? 'Something went wrong.')

/** `initCheckoutElementsSdk`: one checkout session, confirmed in place with its own element or a saved card. */
export const checkoutElements = (call: Call, options: CheckoutOptions, locale: string | undefined) => {
  const elements = new Elements(options.elementsOptions ?? {}, locale)
  const handlers = new Set<(session: Session) => void>()
  let session: Session | null = null
  let email = options.defaultValues?.email ?? null

  const currentSession = (): Session => ({
    ...session!,
    email: session!.email ?? email,
    canConfirm:
      session!.canConfirm && (session!.email ?? email) !== null && (elements.payment?.complete ?? true),
  })
  const notify = () => {
    if (session) for (const handler of handlers) handler(currentSession())
  }
  const ask = async <Value>(what: string, body: object) =>
    call<Value>(what, { clientSecret: await options.clientSecret, ...body })

  const loadActions = async () => {
    const { value, error } = await ask<{ session: Session }>('session', {})
    if (error) return failed(error)
    session = value.session
    notify()
    return { type: 'success' as const, actions: actions() }
  }

  const confirm = async (args: ConfirmArgs = {}): Promise<Success | Failure> => {
    if (args.email) email = args.email
    const source: Source | undefined = args.paymentMethod
      ? { paymentMethod: args.paymentMethod }
      : elements.payment?.source()
    if (!source) return fails('Create and mount a Payment Element, or pass a payment method.')
    const incomplete = args.paymentMethod ? null : elements.payment?.validate()
    if (incomplete) return failed(incomplete)
    let { value, error } = await ask<Outcome>('session/confirm', {
      source,
      email,
      savesCard: args.savePaymentMethod ?? false,
    })
    if (value?.requiresAction)
      ({ value, error } = await ask<Outcome>('session/authenticate', {
        agreed: await chargeCard(wordsFor(locale)),
      }))
    if (error) return failed(error)
    const { failure } = value!
    if (failure)
      return {
        type: 'error',
        error: {
          message: failure.message,
          code: 'paymentFailed',
          paymentFailed: { declineCode: failure.declineCode },
        },
      }
    session = value!.session!
    notify()
    const target = args.returnUrl ?? value!.returnUrl
    if (args.redirect !== 'if_required' && target) {
      location.assign(target.replaceAll('{CHECKOUT_SESSION_ID}', session.id))
      return new Promise(() => {})
    }
    return { type: 'success', session: currentSession() }
  }

  const reload = async (): Promise<Success | Failure> => {
    const { value, error } = await ask<{ session: Session }>('session', {})
    if (error) return failed(error)
    session = value.session
    notify()
    return { type: 'success', session: currentSession() }
  }

  const actions = () => ({
    confirm,
    getSession: currentSession,
    async updateEmail(address: string | null): Promise<Success | Failure> {
      if (address !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
        return { type: 'error', error: { message: 'Your email is invalid.', code: 'invalidEmail' } }
      email = address
      notify()
      return { type: 'success', session: currentSession() }
    },
    async runServerUpdate(update: () => Promise<unknown>): Promise<Success | Failure> {
      await update()
      return reload()
    },
    async validateElements() {
      const error = elements.payment?.validate()
      return error
        ? {
            type: 'error' as const,
            error: {
              code: 'validation_error',
              message: error.message ?? '',
              validation_errors: [{ message: error.message ?? '', element: 'payment' }],
            },
          }
        : { type: 'success' as const, session: currentSession() }
    },
  })

  return {
    on: (_event: 'change', handler: (session: Session) => void) => void handlers.add(handler),
    loadActions,
    changeAppearance: (appearance: Appearance) => elements.changeAppearance(appearance),
    loadFonts: () => {},
    createPaymentElement: (input: object = {}): PaymentElement =>
      elements.create('payment', input).on('change', notify),
    getPaymentElement: () => elements.payment,
  }
}
