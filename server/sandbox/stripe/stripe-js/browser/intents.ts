import { chargeCard } from './bank-dialog.ts'
import type { Call, JsError, Source } from './call.ts'
import type { Elements } from './elements.ts'
import { type Words, wordsFor } from './words.ts'

interface Intent {
  id: string
  object: 'payment_intent' | 'setup_intent'
  status: string
  client_secret: string
}

type Result = { paymentIntent?: Intent; setupIntent?: Intent; error?: JsError }

interface ConfirmOptions {
  elements?: Elements
  clientSecret?: string
  confirmParams?: { return_url?: string; payment_method?: string; confirmation_token?: string }
  redirect?: 'always' | 'if_required'
}

const named = (intent: Intent): Result =>
  intent.object === 'payment_intent' ? { paymentIntent: intent } : { setupIntent: intent }

/** Confirms intents and asks the bank, like `stripe.confirmPayment` and its relatives. */
export const intents = (call: Call, locale: string | undefined) => {
  const retrieve = async (clientSecret: string): Promise<Result> => {
    const { value, error } = await call<Intent>('intent', { clientSecret })
    return error ? { error } : named(value)
  }

  /** Asks the holder when the intent requires it, and sends their answer to the sandbox. */
  const next = async (intent: Intent, words: Words): Promise<Result> => {
    if (intent.status !== 'requires_action') return named(intent)
    const agreed = await chargeCard(words)
    const { value, error } = await call<Intent>('authenticate', {
      clientSecret: intent.client_secret,
      agreed,
    })
    return error ? { error } : named(value)
  }

  const sourceOf = async (options: ConfirmOptions): Promise<{ source?: Source; error?: JsError }> => {
    const { payment_method, confirmation_token } = options.confirmParams ?? {}
    if (payment_method) return { source: { paymentMethod: payment_method } }
    if (confirmation_token) return { source: { confirmationToken: confirmation_token } }
    const submitted = await options.elements?.submit()
    if (submitted?.error) return { error: submitted.error }
    const source = options.elements?.payment?.source()
    return source
      ? { source }
      : {
          error: {
            type: 'invalid_request_error',
            message: 'Pass elements with a Payment Element, or a payment method.',
          },
        }
  }

  const confirm = async (options: ConfirmOptions): Promise<Result> => {
    const clientSecret = options.clientSecret ?? options.elements?.options.clientSecret
    if (!clientSecret) return { error: { type: 'invalid_request_error', message: 'Missing clientSecret.' } }
    const { source, error: unready } = await sourceOf(options)
    if (unready) return { error: unready }
    const { value, error } = await call<Intent>('confirm', { clientSecret, source })
    if (error) return { error }
    const result = await next(value, options.elements?.words ?? wordsFor(locale))
    if (!result.error && options.redirect !== 'if_required')
      await goToReturnUrl(result, options.confirmParams?.return_url)
    return result
  }

  const handleNextAction = async ({ clientSecret }: { clientSecret: string }): Promise<Result> => {
    const found = await retrieve(clientSecret)
    const intent = found.paymentIntent ?? found.setupIntent
    return intent ? next(intent, wordsFor(locale)) : found
  }

  return { retrieve, confirm, handleNextAction, sourceOf }
}

const goToReturnUrl = (result: Result, returnUrl: string | undefined): Promise<void> | undefined => {
  if (!returnUrl) return
  const url = new URL(returnUrl, location.href)
  const intent = (result.paymentIntent ?? result.setupIntent)!
  url.searchParams.set(intent.object, intent.id)
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret)
  url.searchParams.set('redirect_status', intent.status)
  location.assign(url)
  return new Promise(() => {})
}
