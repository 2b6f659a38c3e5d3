/** Records the calls to Stripe.js, and sets what its stand-in returns. */
export interface FakeStripe {
  asked: string[]
  /** The bank's window; resolves when its client has answered. */
  bank: (clientSecret: string) => Promise<unknown>
  /** What is wrong with the card; undefined when it is saved. */
  cardProblem: { message?: string; code?: string; decline_code?: string } | undefined
  /** For a checkout inside the page. */
  savedCards: { id: string; card: { brand: string; last4: string } }[]
  /** Pays with a saved card or the one in the fields; returns the problem when that fails. */
  pay: (savedCard?: string) => Promise<{ message: string; code: string | null } | undefined>
}

const fields = () => {
  const box = Object.assign(document.createElement('fieldset'), {
    innerHTML: '<legend>Tarjeta</legend><label>Número de tarjeta <input inputmode="numeric"></label>',
  })
  const ready: (() => void)[] = []
  return {
    once: (event: string, handler: () => void) => event === 'ready' && ready.push(handler),
    mount: (place: HTMLElement) => {
      if (!document.body.contains(place)) throw new Error('Stripe’s fields live in the page’s own tree.')
      place.append(box)
      queueMicrotask(() => {
        for (const handler of ready) handler()
      })
    },
    destroy: () => box.remove(),
  }
}

const idle = (): FakeStripe => ({
  asked: [],
  bank: async () => ({}),
  cardProblem: undefined,
  savedCards: [{ id: 'pm_1', card: { brand: 'visa', last4: '4242' } }],
  pay: async () => undefined,
})

const checkout = ({ clientSecret }: { clientSecret: string }) => {
  let element: ReturnType<typeof fields> | undefined
  current.asked.push(`checkout ${clientSecret}`)
  const actions = {
    getSession: () => ({ savedPaymentMethods: current.savedCards }),
    confirm: async ({ paymentMethod }: { paymentMethod?: string }) => {
      current.asked.push(`pay with ${paymentMethod ?? 'a new card'}`)
      const error = await current.pay(paymentMethod)
      return error ? { type: 'error', error } : { type: 'success' }
    },
  }
  return {
    loadActions: async () => ({ type: 'success', actions }),
    getPaymentElement: () => element ?? null,
    createPaymentElement: () => {
      element = fields()
      return element
    },
  }
}

/** Shared by the whole page, which loads Stripe.js once. */
let current = idle()

const Stripe = () => ({
  initCheckoutElementsSdk: checkout,
  handleNextAction: ({ clientSecret }: { clientSecret: string }) => {
    current.asked.push(`bank ${clientSecret}`)
    return current.bank(clientSecret)
  },
  elements: ({ clientSecret }: { clientSecret: string }) => {
    current.asked.push(`fields ${clientSecret}`)
    return {
      create: fields,
      update: ({ locale }: { locale: string }) => current.asked.push(`speak ${locale}`),
    }
  },
  confirmSetup: async () => {
    current.asked.push('keep card')
    return current.cardProblem ? { error: { type: 'card_error', ...current.cardProblem } } : {}
  },
})

/** Replaces Stripe.js at `window.Stripe`; each call starts from a clean state. */
export const fakeStripe = (): FakeStripe => {
  Object.assign(globalThis, { Stripe: Object.assign(Stripe, { version: 'endive' }) })
  current = idle()
  return current
}
