import '../chunks/acting.ts'
import { ApiError } from '../api/answer.ts'
import type { Speaker } from '../api/mutate.ts'
import { appearanceOf } from './appearance.ts'
import { lightPlace } from './light-dom-slot.ts'
import { stripeOf } from './stripe.ts'

/** A card that Stripe has saved for this customer. */
export interface SavedCard {
  id: string
  brand: string
  last4: string
}

/** Why a payment failed. */
export interface PaymentProblem {
  /** Stripe's sentence, in the reader's language; for a bank's refusal the server has our own sentence. */
  text: string
  /** Whether the bank declined; else something is missing, or no answer came. */
  isDeclined: boolean
}

/** One session of the provider, paid inside the page: with a saved card in one click, or with a new one. */
export interface CheckoutInPlace {
  savedCards: readonly SavedCard[]
  /** Shows the fields of a new card at `<slot name="card">`; needed only without a saved one. */
  showFields(): Promise<void>
  /** Pays without leaving the page, including 3-D Secure; returns the problem when that fails. */
  pay(savedCard?: string): Promise<PaymentProblem | undefined>
  remove(): void
}

/** Opens the session that the server created for a purchase. Rejects with an `ApiError`. */
export const openCheckoutInPlace = async (
  element: Element & { renderRoot: HTMLElement | DocumentFragment },
  speaker: Speaker,
  clientSecret: string,
): Promise<CheckoutInPlace> => {
  const stripe = await stripeOf(speaker)
  const checkout = stripe.initCheckoutElementsSdk({
    clientSecret,
    adaptivePricing: { allowed: false },
    elementsOptions: { appearance: appearanceOf(element.renderRoot) },
  })
  const loaded = await checkout.loadActions()
  if (loaded.type === 'error') throw new ApiError(0, 'unreachable')
  const { actions } = loaded
  let light: ReturnType<typeof lightPlace> | undefined
  return {
    savedCards: (actions.getSession().savedPaymentMethods ?? []).flatMap(({ id, card }) =>
      card ? [{ id, brand: card.brand, last4: card.last4 }] : [],
    ),
    showFields: () =>
      new Promise((resolve) => {
        light ??= lightPlace(element, 'card')
        const fields = checkout.getPaymentElement() ?? checkout.createPaymentElement()
        fields.once('ready', () => resolve())
        fields.mount(light.place)
      }),
    pay: async (savedCard) => {
      const result = await actions.confirm({
        redirect: 'if_required',
        ...(savedCard ? { paymentMethod: savedCard } : { savePaymentMethod: true }),
      })
      if (result.type !== 'error') return undefined
      const { message, code } = result.error
      return { text: message, isDeclined: code === 'paymentFailed' }
    },
    remove: () => {
      checkout.getPaymentElement()?.destroy()
      light?.remove()
    },
  }
}
