import type { Due, EcosystemStatus, Notice } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Interval } from '#contract/money'
import { noticeWords } from '../../words/notices.ts'
import { dateText, lastDayText } from '../calendar/date-text.ts'
import type { SeatWarning } from '../seats/warning.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The facts of an ecosystem that its notices depend on. */
interface Standing {
  status: EcosystemStatus
  trialEndsAt: Date | null
  /** When a cancelled subscription ends or ended, and until when its data is retained. */
  accessUntil?: Date | null
  dataUntil?: Date | null
  timeZone: string
  /** A change that takes effect at the end of the period. */
  change?: { planName: string; interval: Interval; at: Date } | null
  seats?: SeatWarning | null
  /** What is owed since a charge failed. */
  due?: Due | null
  /** The date of the next payment when there is no payment method; null: it can be charged. */
  unpayableAt?: Date | null
  /** Until when the data of a suspended ecosystem is retained. */
  keptUntil?: Date | null
}

/** The current notices for an ecosystem's people. */
export const noticesOf = (standing: Standing, now: Date, locale: Locale): Notice[] => [
  ...standingNotices(standing, now, locale),
  ...endNotices(standing, now, locale),
  ...methodNotices(standing, locale),
  ...changeNotices(standing, locale),
  ...seatNotices(standing, locale),
]

const changeNotices = ({ change, timeZone }: Standing, locale: Locale): Notice[] => {
  if (!change) return []
  const { planName, interval, at } = change
  const text = noticeWords[locale].changeScheduled(planName, interval, dateText(at, locale, timeZone))
  return [{ code: 'change-scheduled', text, at: at.toISOString() }]
}

/** The next payment can't be charged. */
const methodNotices = ({ unpayableAt: at, timeZone }: Standing, locale: Locale): Notice[] =>
  at
    ? [
        {
          code: 'no-payment-method',
          text: noticeWords[locale].noMethod(dateText(at, locale, timeZone)),
          at: at.toISOString(),
        },
      ]
    : []

/** Few seats are left, or none, and where to get more. */
const seatNotices = ({ seats }: Standing, locale: Locale): Notice[] => {
  if (!seats) return []
  const words = noticeWords[locale]
  const { inUse, total, next } = seats
  const room = next ? words.room(next.name[locale], next.seats) : words.buyMore
  const facts = { inUse, total, ...(next && { plan: next.id, planName: next.name[locale] }) }
  return inUse < total
    ? [{ code: 'licences-near', text: words.licencesNear(inUse, total, room), facts }]
    : [{ code: 'licences-full', text: words.licencesFull(total, room), facts }]
}

/** The end of a cancelled subscription, with dates in the ecosystem's time zone. */
const endNotices = (
  { status, accessUntil, dataUntil, timeZone }: Standing,
  now: Date,
  locale: Locale,
): Notice[] => {
  if (!accessUntil || !dataUntil) return []
  const words = noticeWords[locale]
  const end = lastDayText(accessUntil, locale, timeZone)
  if (status !== 'canceled')
    return [{ code: 'canceling', text: words.canceling(end), at: accessUntil.toISOString() }]
  const at = dataUntil.toISOString()
  if (dataUntil <= now) return [{ code: 'data-expired', text: words.dataExpired(end), at }]
  return [{ code: 'canceled', text: words.canceled(end, lastDayText(dataUntil, locale, timeZone)), at }]
}

const standingNotices = (standing: Standing, now: Date, locale: Locale): Notice[] => {
  const { status, trialEndsAt, timeZone, keptUntil, due } = standing
  const words = noticeWords[locale]
  if (status === 'trialing' && trialEndsAt) {
    const days = Math.ceil((trialEndsAt.getTime() - now.getTime()) / dayMs)
    return [{ code: 'trial', text: words.trial(days), at: trialEndsAt.toISOString() }]
  }
  if (status === 'past-due') return [unpaidNotice(due ?? null, locale, timeZone)]
  if (status !== 'suspended') return []
  const kept = keptUntil ? lastDayText(keptUntil, locale, timeZone) : null
  const at = keptUntil ? { at: keptUntil.toISOString() } : {}
  if (trialEndsAt) return [{ code: 'trial-ended', text: words.trialEnded(kept), ...at }]
  return [
    { code: 'suspended', text: words.suspended(due?.amount.text ?? null, kept), ...at, ...factsOf(due) },
  ]
}

/** A charge failed: the reason, and what happens if it stays unpaid. */
const unpaidNotice = (due: Due | null, locale: Locale, timeZone: string): Notice => {
  const words = noticeWords[locale]
  if (!due) return { code: 'payment-failed', text: words.paymentFailed }
  const day = dateText(new Date(due.suspendsAt), locale, timeZone)
  const text = words.paymentFailedBecause(due.amount.text ?? '', due.reason.text, day)
  return { code: 'payment-failed', text, at: due.suspendsAt, ...factsOf(due) }
}

/** The facts with which an element pays without further requests. */
const factsOf = (due: Due | null | undefined): Pick<Notice, 'facts'> =>
  due ? { facts: { invoice: due.invoice, reason: due.reason.code, ...(due.needsAction && { asks: 1 }) } } : {}
