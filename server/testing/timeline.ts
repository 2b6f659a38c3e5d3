import { eq } from 'drizzle-orm'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { invoices, messages } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'

interface Moment {
  at: Date
  /** The order of events within the same minute. */
  rank: number
  text: string
}

/**
 * A customer's history as a table: their status at each message to their own database, their mails, and their
 * charges to the peso; in their own time zone, to the hour.
 */
export const watchTimeline = (deps: Deps) => {
  const standing = new Map<string, Moment[]>()
  const { send } = deps.subscriptionQueue
  deps.subscriptionQueue.send = async (message) => {
    await send(message)
    if (message.type !== 'entitlements-changed') return
    const { id, number, deletionRequestedAt, timeZone } = (await ecosystemById(deps.db, message.ecosystem))!
    const entitlements = deletionRequestedAt ? null : await deps.tickets.entitlements(number)
    const until = entitlements?.validUntil
      ? ` until ${dayText(new Date(entitlements.validUntil), timeZone)}`
      : ''
    const text = entitlements
      ? `= ${entitlements.status}, ${entitlements.plan}, ${entitlements.access}${until}`
      : '= deletion-requested'
    standing.set(id, [...(standing.get(id) ?? []), { at: deps.clock.now(), rank: 2, text }])
  }

  return async (id: string): Promise<string[]> => {
    const { timeZone } = (await ecosystemById(deps.db, id))!
    const mails = await deps.db.select().from(messages).where(eq(messages.ecosystem, id))
    const bills = await deps.db.select().from(invoices).where(eq(invoices.ecosystem, id))
    const moments: Moment[] = [
      ...(standing.get(id) ?? []),
      ...mails.map(({ kind, createdAt, withheld }) => ({
        at: createdAt,
        rank: 3,
        text: `@ ${kind}${withheld ? ` (${withheld})` : ''}`,
      })),
      ...bills.map(({ at, total, currency, status, paidAt }) => ({
        at,
        rank: 1,
        text: `$ ${Math.round(total / 100)} ${currency} ${status}${paidAt ? ` ${dayText(paidAt, timeZone)}` : ''}`,
      })),
    ]
    return moments
      .sort((one, other) => minute(one.at) - minute(other.at) || one.rank - other.rank || +one.at - +other.at)
      .map(({ at, text }) => `${hourText(at, timeZone)}  ${text}`)
  }
}

const minute = (at: Date) => Math.floor(at.getTime() / 60_000)

const dayText = (at: Date, timeZone: string) => hourText(at, timeZone).slice(0, 10)

/** As in `2027-02-28 12h`. */
const hourText = (at: Date, timeZone: string): string => {
  const text = at.toLocaleString('sv-SE', { timeZone })
  return `${text.slice(0, 10)} ${text.slice(11, 13)}h`
}
