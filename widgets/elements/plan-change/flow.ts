import '../../chunks/acting.ts'
import { atom, type WritableAtom } from 'nanostores'
import type { PlanChangeQuote, PlanChangeRequest, PlanChangeResult } from '#contract/plan-change'
import { ApiError } from '../../api/answer.ts'
import { type Speaker, write } from '../../api/mutate.ts'
import { newId } from '../../base/new-id.ts'
import { reportError } from '../../events/error.ts'
import { WaizantPlanChangedEvent } from '../../events/plan-changed.ts'
import { billingOf } from '../../stores/billing.ts'
import { personSignal } from '../../stores/connection.ts'
import { ecosystemUrl, refreshEcosystem } from '../../stores/ecosystem-resource.ts'
import { keepPending, leftBehind, payerOf, pendingOf, settlePending, solely } from '../../stores/pending.ts'
import { perPerson } from '../../stores/per-person.ts'

/** The progress of a plan change on this page. */
export interface Change {
  step: 'choose' | 'review' | 'card' | 'done'
  /**
   * Busy with: `quote`, `pay`, `bank`, `undo`. `bank-again`: the bank still waits for its client; `unknown`: no answer
   * came, the server is polled; `elsewhere`: another tab is working on it.
   */
  busy?: 'quote' | 'pay' | 'bank' | 'bank-again' | 'undo' | 'unknown' | 'elsewhere'
  quote?: PlanChangeQuote
  /** What was shown before the server refused to charge a different amount. */
  before?: PlanChangeQuote | undefined
  error?: ApiError
  result?: PlanChangeResult
  undone?: boolean
}

/** Who acts: events are dispatched from the element, and its dialog makes room for the bank's window. */
export interface Actor {
  element: Element
  aside: <T>(work: () => Promise<T>) => Promise<T>
}

export interface Flow {
  readonly $change: WritableAtom<Change>
  readonly speaker: Speaker
  /** Requests the price of a change and shows it; with `before`, next to the one shown before. */
  preview(actor: Actor, request: PlanChangeRequest, before?: PlanChangeQuote): Promise<void>
  /** Pays the shown amount and changes the plan. Repeated calls pay once. */
  confirm(actor: Actor): Promise<void>
  /** Finds out how a change that this browser began has ended; calls `opened` when this tab has to finish it. */
  resume(actor: Actor, opened?: () => void): Promise<void>
  /** Undoes the change scheduled for the end of the period. */
  undo(actor: Actor): Promise<void>
  /** The language of the texts that the server sent with a quote or a result. */
  languageOf(sent: PlanChangeQuote | PlanChangeResult): string | undefined
  show(change: Change): void
}

/** Pause before the server is asked again about a payment with an unknown outcome. */
const askAgainMs = 8000

const flows = perPerson(() => new Map<string, Flow>())

const reported = ({ element }: Actor, thrown: unknown): ApiError => {
  const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
  reportError(element, error)
  return error
}

/**
 * Refusals that guarantee that nothing was done. All others leave the outcome open. Who is not let in by the first try
 * has done nothing either; by a later one, the first may have arrived.
 */
const isRefusal = ({ status, code, afterSilence }: ApiError, isFirst: boolean) =>
  [401, 429].includes(status) || code === 'no-token'
    ? isFirst && !afterSilence
    : status >= 400 && status < 500 && status !== 408 && code !== 'request-in-progress'

/**
 * The plan change of the connected ecosystem: one per page, however many dialogs show it, and in whatever language: a
 * change under way outlives a change of language. The last speaker's language is the one that it asks in.
 */
export const planChangeOf = ({ api, locale }: Speaker): Flow => {
  const name = ecosystemUrl(api, '')
  const flow = flows().get(name) ?? makeFlow({ api, locale, signal: personSignal() })
  flows().set(name, flow)
  flow.speaker.locale = locale
  return flow
}

const makeFlow = (speaker: Speaker): Flow => {
  const { api } = speaker
  const payer = payerOf(api)
  const $change = atom<Change>({ step: 'choose' })
  const isAtWork = () => Boolean($change.get().busy)
  const languages = new WeakMap<object, string>()

  const preview: Flow['preview'] = async (actor, request, before) => {
    if (isAtWork()) return
    $change.set({ ...$change.get(), busy: 'quote' })
    const { locale } = speaker
    try {
      const quote = await write<PlanChangeQuote>(speaker, 'plan-changes/preview', { body: request })
      languages.set(quote, locale)
      $change.set({ step: 'review', quote, before })
    } catch (thrown) {
      const { step, quote } = $change.get()
      // Asked for in this language, and not answered: it is not asked for again by itself.
      if (quote) languages.set(quote, locale)
      $change.set({ step, ...(quote && { quote }), error: reported(actor, thrown) })
    }
  }

  const send = async (id: string, key: string) => {
    speaker.signal?.throwIfAborted()
    keepPending(payer, 'plan-change', { id, key, at: Date.now() })
    const { locale } = speaker
    const result = await write<PlanChangeResult>(speaker, 'plan-changes', { body: { quoteId: id }, key })
    languages.set(result, locale)
    return result
  }

  /** Repeats the same confirmation to learn the outcome: another key would be another try. */
  const authenticate = async (id: string, key: string, clientSecret: string, { aside }: Actor) => {
    $change.set({ ...$change.get(), busy: 'bank' })
    const { askBank } = await import('../../payment/bank.ts')
    await aside(() => askBank(speaker, clientSecret))
    $change.set({ ...$change.get(), busy: 'pay' })
    return send(id, key)
  }

  const settle = () => {
    settlePending(payer, 'plan-change')
    return refreshEcosystem(api)
  }

  const refused = (error: ApiError) => {
    const { quote } = $change.get()
    void settle()
    if (error.quote) languages.set(error.quote, speaker.locale)
    if (quote && error.quote) $change.set({ step: 'review', quote: error.quote, before: quote, error })
    else $change.set({ step: quote ? 'review' : 'choose', ...(quote && { quote }), error })
  }

  const conclude = async (id: string, key: string, actor: Actor, resumed?: () => void) => {
    let isFirst = !resumed
    try {
      let result = await send(id, key)
      isFirst = false
      resumed?.()
      if (result.status === 'requires-action')
        result = await authenticate(id, key, result.clientSecret!, actor)
      if (result.status === 'requires-action') {
        $change.set({ ...$change.get(), busy: 'bank-again' })
        return
      }
      const { quote } = $change.get()
      $change.set({ step: 'done', result, ...(quote && { quote }) })
      actor.element.dispatchEvent(new WaizantPlanChangedEvent(result.status, result.billing))
      await settle()
    } catch (thrown) {
      if (speaker.signal?.aborted) return
      // What this browser began was another person's, and is theirs to finish.
      if (resumed && (thrown as ApiError).code === 'not-found') {
        void settle()
        return $change.set({ step: 'choose' })
      }
      resumed?.()
      const error = reported(actor, thrown)
      if (isRefusal(error, isFirst)) return refused(error)
      $change.set({ ...$change.get(), busy: 'unknown', error })
      setTimeout(() => void resume(actor), askAgainMs)
    }
  }

  /** What another tab has made of the change that is shown here; undefined when the customer still has what they had. */
  const doneElsewhere = ({ from, to }: PlanChangeQuote): PlanChangeResult | undefined => {
    const billing = billingOf(api, speaker.locale)?.value?.value
    if (!billing || (from.plan === to.plan && from.interval === to.interval)) return undefined
    const { plan, interval, pendingChange } = billing
    if (plan === to.plan && interval === to.interval) return { status: 'applied', billing }
    return pendingChange?.plan === to.plan ? { status: 'scheduled', billing } : undefined
  }

  /** Another tab is working on it: this one continues when the other is done or closed, and says what came of it. */
  const follow = async (actor: Actor) => {
    $change.set({ ...$change.get(), busy: 'elsewhere' })
    const left = await leftBehind(payer, 'plan-change')
    if (speaker.signal?.aborted) return
    if (left) return resume(actor)
    await refreshEcosystem(api)
    if (speaker.signal?.aborted) return
    const { quote } = $change.get()
    const result = quote && doneElsewhere(quote)
    $change.set(result ? { step: 'done', result } : { step: 'choose' })
  }

  const alone = async (actor: Actor, work: () => Promise<void>) => {
    const isMine = await solely(payer, 'plan-change', async () => {
      await work()
      return true
    })
    if (!isMine) await follow(actor)
  }

  const confirm: Flow['confirm'] = async (actor) => {
    const { quote, busy } = $change.get()
    if (!quote || busy) return
    $change.set({ step: 'review', quote, busy: 'pay' })
    await alone(actor, () => conclude(quote.quoteId, newId(), actor))
  }

  const resume: Flow['resume'] = async (actor, opened) => {
    const { busy, quote, step } = $change.get()
    const pending = pendingOf(payer).get()['plan-change']
    if (!pending || (busy && !['unknown', 'bank-again', 'elsewhere'].includes(busy))) return
    $change.set({ step, ...(quote && { quote }), busy: 'pay' })
    await alone(actor, () => conclude(pending.id, pending.key, actor, opened ?? (() => {})))
  }

  const undo: Flow['undo'] = async (actor) => {
    if (isAtWork()) return
    $change.set({ step: 'choose', busy: 'undo' })
    try {
      await write(speaker, 'plan-changes/pending', { method: 'DELETE' })
      await refreshEcosystem(api)
      $change.set({ step: 'choose', undone: true })
      const billing = billingOf(api, speaker.locale)?.value?.value
      if (billing) actor.element.dispatchEvent(new WaizantPlanChangedEvent('undone', billing))
    } catch (thrown) {
      $change.set({ step: 'choose', error: reported(actor, thrown) })
    }
  }

  return {
    $change,
    speaker,
    preview,
    confirm,
    resume,
    undo,
    languageOf: (sent) => languages.get(sent),
    show: (change) => $change.set(change),
  }
}
