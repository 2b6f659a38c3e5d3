import type { Appearance } from './appearance.ts'
import type { JsError } from './call.ts'
import { PaymentElement } from './payment-element.ts'
import { type Words, wordsFor } from './words.ts'

export interface ElementsOptions {
  clientSecret?: string
  appearance?: Appearance
  locale?: string
  mode?: 'payment' | 'setup' | 'subscription'
}

/** The elements of one payment; only the Payment Element exists. */
export class Elements {
  readonly options: ElementsOptions
  readonly words: Words
  payment: PaymentElement | null = null
  #appearance: Appearance | undefined

  constructor(options: ElementsOptions, locale?: string) {
    this.options = options
    this.words = wordsFor(options.locale ?? locale)
    this.#appearance = options.appearance
  }

  create(type: string, _options: object = {}): PaymentElement {
    if (type !== 'payment')
      throw new Error(`The Stripe sandbox has no ${type} element; it has the payment element.`)
    if (this.payment) throw new Error('Can only create one Element of type payment.')
    this.payment = new PaymentElement(this.words, this.#appearance)
    return this.payment
  }

  getElement(type: unknown): PaymentElement | null {
    return type === 'payment' ? this.payment : null
  }

  update(options: ElementsOptions): void {
    Object.assign(this.options, options)
    if (options.appearance) this.changeAppearance(options.appearance)
  }

  changeAppearance(appearance: Appearance): void {
    this.#appearance = appearance
    this.payment?.changeAppearance(appearance)
  }

  async fetchUpdates(): Promise<object> {
    return {}
  }

  async submit(): Promise<{ error?: JsError; selectedPaymentMethod?: string }> {
    const error = this.payment?.validate()
    return error ? { error } : { selectedPaymentMethod: 'card' }
  }
}
