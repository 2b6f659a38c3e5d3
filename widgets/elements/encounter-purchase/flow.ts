import { atom, type WritableAtom } from 'nanostores'
import type { PaymentMethod } from '#contract/billing'
import type { EncounterPurchase, EncounterPurchaseOpened, PurchaseStatus } from '#contract/encounters'
import type { Money } from '#contract/money'
import { ApiError } from '../../api/answer.ts'
import { readOwn, type Speaker, write } from '../../api/mutate.ts'
import { newId } from '../../base/new-id.ts'
import { reportError } from '../../events/error.ts'
import { WaizantPurchaseCompletedEvent } from '../../events/purchase-completed.ts'
import type { CheckoutInPlace, PaymentProblem } from '../../payment/checkout-in-place.ts'
import { personSignal } from '../../stores/connection.ts'
import { ecosystemUrl, refreshEcosystem } from '../../stores/ecosystem-resource.ts'
import { keepPending, leftBehind, payerOf, pendingOf, settlePending, solely } from '../../stores/pending.ts'
import { perPerson } from '../../stores/per-person.ts'

export interface Order {
  quantity: number
  total: Money
}

/** What went wrong, for the view to show. */
export interface Trouble {
  error?: ApiError
  /** Stripe's or the bank's own sentence. */
  text?: string
  /** The bank declined: another card may work. */
  isDeclined?: boolean
  say?: 'changed' | 'unfinished' | 'expired' | 'declined'
}

/** The progress of a purchase of encounters on this page. */
export interface Purchasing {
  step: 'choose' | 'card' | 'waiting' | 'done'
  busy?: boolean
  order?: Order | undefined
  /** The total that was shown before it changed. */
  before?: Money
  trouble?: Trouble
  /** Whether the fields of a new card are on the page. */
  hasFields?: boolean
  /** The outcome of a payment that was sent; without one it is unknown. */
  status?: PurchaseStatus | undefined
  isSlow?: boolean
  isElsewhere?: boolean
  purchase?: EncounterPurchase
}

/** The element that acts: events are dispatched from it, and it holds the card fields. */
export interface Buyer {
  element: HTMLElement & {
    renderRoot: HTMLElement | DocumentFragment
    updateComplete: Promise<unknown>
  }
  /** Prices an order again, in all elements that show it. */
  reprice: () => Promise<void>
}

export interface Flow {
  readonly $purchasing: WritableAtom<Purchasing>
  readonly speaker: Speaker
  /** Pays with the saved card when Stripe has one, else asks for one. Repeated calls pay once. */
  pay(buyer: Buyer, order: Order, saved: PaymentMethod | null): Promise<void>
  /** Shows the fields of a new card. */
  askCard(buyer: Buyer, order: Order): Promise<void>
  /** Finds out how a purchase that this browser began has ended. */
  resume(buyer: Buyer): Promise<void>
  /** Back to the choice; a session that was opened and not paid is left to expire. */
  choose(): void
}

interface Opened {
  id: string
  key: string
  order: Order
  checkout: CheckoutInPlace
}

const slowAfter = 8
/** How often an open session is checked before a payment without a known end counts as not made. */
const patience = 5

const flows = perPerson(() => new Map<string, Flow>())

/**
 * The purchase of encounters of the connected ecosystem: one per page, however many elements show it, and in whatever
 * language: a payment under way outlives a change of language. The last speaker's language is the one that it asks in.
 */
export const purchasingOf = ({ api, locale }: Speaker): Flow => {
  const name = ecosystemUrl(api, '')
  const flow = flows().get(name) ?? makeFlow({ api, locale, signal: personSignal() })
  flows().set(name, flow)
  flow.speaker.locale = locale
  return flow
}

const pause = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, tries < 4 ? 700 : tries < slowAfter ? 2_000 : 6_000))

const isSame = (one: Order, other: Order) =>
  one.quantity === other.quantity &&
  one.total.amount === other.total.amount &&
  one.total.currency === other.total.currency

/** The server's sentence for a bank's refusal; Stripe's messages about the fields are shown unchanged. */
const troubleOf = (problem: PaymentProblem | undefined, { failure }: EncounterPurchase): Trouble => {
  const text = problem && !problem.isDeclined ? problem.text : failure?.text
  return { isDeclined: problem?.isDeclined ?? true, ...(text ? { text } : { say: 'declined' }) }
}

const makeFlow = (speaker: Speaker): Flow => {
  const { api } = speaker
  const payer = payerOf(api)
  const $purchasing = atom<Purchasing>({ step: 'choose' })
  const show = (purchasing: Purchasing) => $purchasing.set(purchasing)
  let opened: Opened | undefined

  const forget = () => {
    opened?.checkout.remove()
    opened = undefined
  }
  speaker.signal?.addEventListener('abort', forget)

  /** One session per order: after a declined card the next card uses the same session. */
  const open = async ({ element }: Buyer, order: Order): Promise<Opened> => {
    if (opened && isSame(opened.order, order)) return opened
    forget()
    const { amount, currency } = order.total
    const key = newId()
    const [{ id, checkout }, { openCheckoutInPlace }] = await Promise.all([
      write<EncounterPurchaseOpened>(speaker, 'encounters', {
        body: { quantity: order.quantity, expectedTotal: { amount, currency } },
        key,
      }),
      import('../../payment/checkout-in-place.ts'),
    ])
    const inPlace = await openCheckoutInPlace(element, speaker, checkout.clientSecret)
    // A person who has left pays nothing more, and their cards are shown no longer.
    if (speaker.signal?.aborted) inPlace.remove()
    speaker.signal?.throwIfAborted()
    opened = { id, key, order, checkout: inPlace }
    return opened
  }

  const refused = async (buyer: Buyer, thrown: unknown) => {
    const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
    reportError(buyer.element, error)
    const { step, order } = $purchasing.get()
    forget()
    settlePending(payer, 'encounters')
    if (error.code !== 'price-changed' || !order)
      return show({ step: step === 'card' ? 'card' : 'choose', order, trouble: { error } })
    await buyer.reprice()
    show({ step: 'choose', order, before: order.total, trouble: { say: 'changed' } })
  }

  /** Runs the work under a lock, so that no other tab of this browser pays meanwhile. */
  const alone = async (buyer: Buyer, work: () => Promise<void>) => {
    try {
      const isMine = await solely(payer, 'encounters', async () => {
        await work()
        return true
      })
      if (!isMine) await follow(buyer)
    } catch (thrown) {
      if (!speaker.signal?.aborted) await refused(buyer, thrown)
    }
  }

  /**
   * Another tab is working on it: this one continues when the other is done or closed. What the other has bought is said
   * here too: a person who pressed in both would otherwise press again and pay twice.
   */
  const follow = async (buyer: Buyer) => {
    show({ step: 'waiting', isElsewhere: true })
    let theirs = pendingOf(payer).get().encounters
    const forgetStore = pendingOf(payer).listen(({ encounters }) => {
      theirs = encounters ?? theirs
    })
    const left = await leftBehind(payer, 'encounters').finally(forgetStore)
    if (speaker.signal?.aborted) return
    const purchase = theirs && !left ? await read(theirs.id).catch(() => undefined) : undefined
    if (purchase?.status === 'delivered') await refreshEcosystem(api)
    if (speaker.signal?.aborted) return
    show(purchase?.status === 'delivered' ? { step: 'done', purchase } : { step: 'choose' })
    if (left) await resume(buyer)
  }

  const read = async (id: string): Promise<EncounterPurchase | undefined> => {
    try {
      return await readOwn<EncounterPurchase>(speaker, `encounters/${encodeURIComponent(id)}`)
    } catch (thrown) {
      if ((thrown as ApiError).status === 404 || speaker.signal?.aborted) throw thrown
      return undefined
    }
  }

  /** Polls until the outcome is known; `problem`: Stripe's message, `isSent`: Stripe accepted the payment. */
  const conclude = async (
    buyer: Buyer,
    id: string,
    { problem, isSent }: { problem?: PaymentProblem; isSent?: boolean },
  ) => {
    const { step, order, hasFields } = $purchasing.get()
    const back = { step: step === 'card' ? step : 'choose', order, hasFields: Boolean(hasFields) } as const
    for (let tries = 0; ; tries++) {
      const purchase = await read(id)
      const status = purchase?.status
      if (status === 'delivered') return delivered(buyer, purchase!)
      if (status === 'failed' || (status === 'open' && problem))
        return ended({ ...back, trouble: troubleOf(problem, purchase!) })
      if (status === 'expired') return ended({ step: 'choose', order, trouble: { say: 'expired' } })
      if (status === 'open' && !isSent && tries >= patience)
        return ended({ step: 'choose', order, trouble: { say: 'unfinished' } })
      show({ step: 'waiting', busy: true, order, status, isSlow: tries >= slowAfter })
      await pause(tries)
    }
  }

  const ended = (purchasing: Purchasing) => {
    settlePending(payer, 'encounters')
    if (purchasing.step === 'choose' && !purchasing.trouble?.isDeclined) forget()
    show(purchasing)
  }

  const delivered = async ({ element }: Buyer, purchase: EncounterPurchase) => {
    forget()
    await refreshEcosystem(api)
    settlePending(payer, 'encounters')
    if (speaker.signal?.aborted) return
    show({ step: 'done', purchase })
    const { quantity, total } = purchase
    element.dispatchEvent(new WaizantPurchaseCompletedEvent({ kind: 'encounters', quantity, dueNow: total }))
  }

  const confirm = async (buyer: Buyer, { id, key, checkout }: Opened, card?: string) => {
    keepPending(payer, 'encounters', { id, key, at: Date.now() })
    const problem = await checkout.pay(card).catch(() => ({ text: '', isDeclined: false }))
    await conclude(buyer, id, problem ? { problem } : { isSent: true })
  }

  const fields = async (buyer: Buyer, order: Order) => {
    show({ step: 'card', busy: true, order })
    const { checkout } = await open(buyer, order)
    await buyer.element.updateComplete
    speaker.signal?.throwIfAborted()
    await checkout.showFields()
    show({ step: 'card', order, hasFields: true })
  }

  const askCard: Flow['askCard'] = async (buyer, order) => {
    if (!$purchasing.get().busy) await alone(buyer, () => fields(buyer, order))
  }

  const pay: Flow['pay'] = async (buyer, order, saved) => {
    const { busy, step, hasFields } = $purchasing.get()
    if (busy) return
    show({ step: step === 'card' ? step : 'choose', busy: true, order, hasFields: Boolean(hasFields) })
    await alone(buyer, async () => {
      const session = await open(buyer, order)
      if (step === 'card') return confirm(buyer, session)
      const card = session.checkout.savedCards.find(
        ({ brand, last4 }) => brand === saved?.brand && last4 === saved.last4,
      )
      return card ? confirm(buyer, session, card.id) : fields(buyer, order)
    })
  }

  const resume: Flow['resume'] = async (buyer) => {
    const pending = pendingOf(payer).get().encounters
    if (!pending || $purchasing.get().busy) return
    show({ step: 'waiting', busy: true })
    await alone(buyer, () => conclude(buyer, pending.id, {}))
  }

  return {
    $purchasing,
    speaker,
    pay,
    askCard,
    resume,
    choose: () => {
      if ($purchasing.get().busy) return
      forget()
      show({ step: 'choose', order: $purchasing.get().order })
    },
  }
}
