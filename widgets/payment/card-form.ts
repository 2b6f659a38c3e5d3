import '../chunks/acting.ts'
import type { StripeError } from '@stripe/stripe-js'
import type { PaymentMethodSetup } from '#contract/payment-method'
import { ApiError } from '../api/answer.ts'
import { type Speaker, write } from '../api/mutate.ts'
import { newId } from '../base/new-id.ts'
import { appearanceOf } from './appearance.ts'
import { lightPlace } from './light-dom-slot.ts'
import { stripeOf } from './stripe.ts'

/** The fields of a new card, drawn by Stripe; nobody else sees what is typed. */
export interface CardForm {
  /** Keeps the card as the customer's default, 3-D Secure included; answers Stripe's error when it could not. */
  save(): Promise<StripeError | undefined>
  remove(): void
}

/** Shows the fields where `<slot name="card">` stands in the element's shadow. Rejects with an `ApiError`. */
export const openCardForm = async (
  element: Element & { renderRoot: HTMLElement | DocumentFragment },
  speaker: Speaker,
): Promise<CardForm> => {
  const [{ clientSecret }, stripe] = await Promise.all([
    write<PaymentMethodSetup>(speaker, 'payment-method', { key: newId() }),
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
    remove: () => {
      fields.destroy()
      remove()
    },
  }
}
