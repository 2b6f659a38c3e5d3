import '../chunks/acting.ts'
import type { Billing } from '#contract/billing'
import { ApiError } from '../api/answer.ts'
import { type Speaker, write } from '../api/mutate.ts'
import type { WaizantElement } from '../base/element.ts'
import { zoneName } from '../elements/billing-panel/zone-name.ts'
import { WaizantCancellationChangedEvent } from '../events/cancellation-changed.ts'
import { WaizantPaymentMethodNeededEvent } from '../events/payment-method-needed.ts'
import { accountArea } from '../i18n/account.ts'
import type { AccountWords } from '../i18n/es-mx/account.ts'
import { loadWords } from '../i18n/namespace.ts'
import { lateWords } from '../purchase/lazy-messages.ts'
import { refreshEcosystem } from '../stores/ecosystem-resource.ts'
import type { BillingAction } from './action-of.ts'

/** Every action of a customer in the panel or a notice. */
export type CustomerAction = BillingAction | 'undo-change' | 'cancel' | 'export' | 'time-zone'

export interface Doing {
  action: CustomerAction
  billing: Billing
  /** The plan to move to. */
  plan?: string | undefined
  /** The button that dialogs grow from. */
  opener?: HTMLElement | undefined
  /** The time zone of their days from now on. */
  timeZone?: string | undefined
  /** Whoever pressed: what the next person on the page sees is theirs alone. */
  person: AbortSignal
}

/** What came of an action, in the element's language at that time; undefined while its words load. */
export type Said = () => string | undefined
type Saying = (words: AccountWords, language: string) => string

const speakerOf = ({ server: api, serverLanguage: locale }: WaizantElement, { person }: Doing): Speaker => ({
  api,
  locale,
  signal: person,
})

/** What a dialog needs from the element that opens it. Throws when the person has left while its code was loading. */
const about = (host: WaizantElement, { billing, opener, person }: Doing) => {
  person.throwIfAborted()
  return { api: host.server, owner: host, billing, opener }
}

/** Scrolls to the page's own element for this and focuses it; false when the page has none. */
const goTo = (selector: string): boolean => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found?.checkVisibility()) return false
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  found.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  found.focus({ preventScroll: true })
  return true
}

const changePlan = async (
  host: WaizantElement,
  { plan, opener, billing, person }: Doing,
): Promise<undefined> => {
  const { planChangeIn } = await import('../elements/plan-change/plan-change.ts')
  person.throwIfAborted()
  const element = document.querySelector('waizant-plan-change') ?? planChangeIn(host)
  await element.open({ plan, interval: (plan && billing.interval) || undefined, opener })
}

const choosePlan = async (host: WaizantElement, doing: Doing): Promise<undefined> => {
  if (goTo(`waizant-plan-picker[catalogue="${CSS.escape(doing.billing.catalogue)}"]`)) return
  const { openPlans } = await import('../dialogs/plans-dialog/plans-dialog.ts')
  openPlans(host.renderRoot, about(host, doing))
}

const buyLicences = async (host: WaizantElement, doing: Doing) =>
  goTo('waizant-licence-purchase') ? undefined : changePlan(host, doing)

const changeCard = async (host: WaizantElement, doing: Doing): Promise<undefined> => {
  if (!host.dispatchEvent(new WaizantPaymentMethodNeededEvent())) return
  const { openCardDialog } = await import('../dialogs/card-dialog/card-dialog.ts')
  openCardDialog(host.renderRoot, about(host, doing))
}

const cancel = async (host: WaizantElement, doing: Doing): Promise<undefined> => {
  const { openCancellation } = await import('../dialogs/cancellation-dialog/cancellation-dialog.ts')
  openCancellation(host.renderRoot, {
    ...about(host, doing),
    changeCard: () => void changeCard(host, doing),
  })
}

/**
 * Retries the failed charge with the saved card: the bank may ask for authentication, or the card may have funds now.
 */
const payDue = async (host: WaizantElement, doing: Doing): Promise<Saying | undefined> => {
  const { due } = doing.billing
  if (!due) return undefined
  const { payInvoices } = await import('./pay-invoice.ts')
  const isPaid = await payInvoices(speakerOf(host, doing), due).finally(() => refreshEcosystem(host.server))
  const { unanswered } = await loadWords(accountArea, host.language)
  if (!isPaid) throw new ApiError(402, 'authentication-failed', unanswered)
  return (words) => words.paidDue(due.amount.text ?? '')
}

/**
 * Keeps the subscription. Counts as done when another tab already did; a subscription that has ended is shown as ended.
 */
const keep = async (host: WaizantElement, doing: Doing): Promise<Saying> => {
  const speaker = speakerOf(host, doing)
  const billing = await write<Billing>(speaker, 'cancellation', { method: 'DELETE' }).catch(
    async (error: ApiError) => {
      await refreshEcosystem(host.server)
      if (error.code !== 'not-canceling') throw error
    },
  )
  if (billing) host.dispatchEvent(new WaizantCancellationChangedEvent('kept', billing))
  await refreshEcosystem(host.server)
  return (words) => words.kept(doing.billing.planName)
}

const undo = async (host: WaizantElement, doing: Doing): Promise<Saying> => {
  const { planChangeOf } = await import('../elements/plan-change/plan-change-dialog.ts')
  doing.person.throwIfAborted()
  const flow = planChangeOf(speakerOf(host, doing))
  await flow.undo({ element: host, aside: (work) => work() })
  const { error } = flow.$change.get()
  flow.show({ step: 'choose' })
  if (error) throw error
  return (words) => words.undone(doing.billing.planName)
}

const exportData = async (host: WaizantElement, doing: Doing): Promise<Saying> => {
  const { saveExport } = await import('./save-export.ts')
  await saveExport(speakerOf(host, doing))
  return (words) => words.exported
}

const changeZone = async (host: WaizantElement, doing: Doing): Promise<Saying> => {
  const { timeZone } = doing
  await write<Billing>(speakerOf(host, doing), 'time-zone', { method: 'PUT', body: { timeZone } })
  await refreshEcosystem(host.server)
  return (words, language) => words.zoneChanged(zoneName(timeZone!, language))
}

const carriers: Readonly<
  Record<CustomerAction, (host: WaizantElement, doing: Doing) => Promise<Saying | undefined>>
> = {
  'change-plan': changePlan,
  'see-change': changePlan,
  'choose-plan': choosePlan,
  'buy-licences': buyLicences,
  'change-card': changeCard,
  'pay-invoice': payDue,
  'keep-subscription': keep,
  'undo-change': undo,
  cancel,
  export: exportData,
  'time-zone': changeZone,
}

/**
 * Runs the action, in a dialog when it has questions; returns the message to show, in the language of each reading.
 * Rejects with an `ApiError`: `signed-out` when the person has left meanwhile.
 */
export const carryOutAction = async (host: WaizantElement, doing: Doing): Promise<Said | undefined> => {
  doing.person.throwIfAborted()
  const saying = await carriers[doing.action](host, doing)
  if (saying) await loadWords(accountArea, host.language)
  doing.person.throwIfAborted()
  if (!saying) return undefined
  return () => {
    const words = lateWords(host, accountArea)
    return words && saying(words, host.language)
  }
}
