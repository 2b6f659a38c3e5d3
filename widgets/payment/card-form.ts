import '../chunks/acting.ts'
import type { StripeError } from '@stripe/stripe-js'
import type { PaymentMethodRequest, PaymentMethodSetup } from '#contract/payment-method'
import { ApiError } from '../api/answer.ts'
import { type Speaker, write } from '../api/mutate.ts'
import { newId } from '../base/new-id.ts'
import { appearanceOf } from './appearance.ts'
import { lightPlace } from './light-dom-slot.ts'
import { stripeLanguage, stripeOf } from './stripe.ts'

/** The fields of a new card, drawn by Stripe; only Stripe sees what is typed. */
export interface CardForm {
  /** Saves the card as the customer's default, including 3-D Secure; returns Stripe's error when that fails. */
  save(): Promise<StripeError | undefined>
  /** Draws the fields in another language; what was typed stays. */
  speak(locale: string): void
  remove(): void
}

/**
 * Shows the fields at `<slot name="card">` of the element's shadow root. Saving the card pays what is owed, up to
 * `expectedTotal`. Rejects with an `ApiError`.
 */
export const openCardForm = async (
  element: Element & { renderRoot: HTMLElement | DocumentFragment },
  speaker: Speaker,
  { amount, currency }: NonNullable<PaymentMethodRequest['expectedTotal']>,
): Promise<CardForm> => {
  const [{ clientSecret }, stripe] = await Promise.all([
    write<PaymentMethodSetup>(speaker, 'payment-method', {
      key: newId(),
      body: { expectedTotal: { amount, currency } },
    }),
    stripeOf(speaker),
  ])
  const elements = stripe.elements({ clientSecret, appearance: appearanceOf(element.renderRoot) })
  const { place, remove } = lightPlace(element, 'card')
  const fields = elements.create('payment', {
    layout: 'tabs',
    wallets: { applePay: 'never', googlePay: 'never' },
  })
  const ready = new Promise<void>((resolve, reject) => {
    fields.once('ready', () => resolve())
    fields.once('loaderror', () => reject(new ApiError(0, 'unreachable')))
  })
  fields.mount(place)
  await ready.catch((error: ApiError) => {
    remove()
    throw error
  })
  return {
    save: async () => {
      const { error } = await stripe.confirmSetup({
        elements,
        redirect: 'if_required',
        confirmParams: { return_url: location.href },
      })
      return error
    },
    speak: (locale) => elements.update({ locale: stripeLanguage(locale) }),
    remove: () => {
      fields.destroy()
      remove()
    },
  }
}
