import { caller, type JsError } from './call.ts'
import { type CheckoutOptions, checkoutElements } from './checkout.ts'
import { Elements, type ElementsOptions } from './elements.ts'
import { intents } from './intents.ts'

/** The origin of this script: the sandbox itself. */
const origin = new URL((document.currentScript as HTMLScriptElement).src).origin

interface TokenOptions {
  elements?: Elements
  params?: { payment_method?: string }
}

/** `window.Stripe` of the sandbox: the calls of Stripe.js that the product makes, sent to the sandbox. */
const Stripe = (key: string, options: { locale?: string } = {}) => {
  if (!/^pk_test_/.test(key)) throw new Error('The Stripe sandbox needs its own publishable key (pk_test_…).')
  const call = caller(origin, key)
  const { confirm, handleNextAction, retrieve, sourceOf } = intents(call, options.locale)

  const createPaymentMethod = async (
    input: TokenOptions,
  ): Promise<{ paymentMethod?: object; error?: JsError }> => {
    const { source, error } = await sourceOf(input)
    if (error) return { error }
    const made = await call<object>('payment-method', { source })
    return made.error ? { error: made.error } : { paymentMethod: made.value }
  }

  const createConfirmationToken = async (
    input: TokenOptions,
  ): Promise<{ confirmationToken?: object; error?: JsError }> => {
    const { source, error } = await sourceOf({ ...input, confirmParams: input.params ?? {} } as never)
    if (error) return { error }
    const made = await call<object>('confirmation-token', { source })
    return made.error ? { error: made.error } : { confirmationToken: made.value }
  }

  return {
    elements: (input: ElementsOptions = {}) => new Elements(input, options.locale),
    confirmPayment: confirm,
    confirmSetup: confirm,
    handleNextAction,
    retrievePaymentIntent: retrieve,
    retrieveSetupIntent: retrieve,
    createPaymentMethod,
    createConfirmationToken,
    initCheckoutElementsSdk: (input: CheckoutOptions) => checkoutElements(call, input, options.locale),
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  }
}

/** The release that the npm package expects. */
Stripe.version = 'endive'
Object.assign(window, { Stripe })
