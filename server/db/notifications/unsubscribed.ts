import { and, eq } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { unsubscribed } from '../tables/index.ts'

/** The recipient of an ecosystem's mail, by the hash of the address. */
export interface Recipient {
  ecosystem: string
  recipient: string
}

const mine = ({ ecosystem, recipient }: Recipient) =>
  and(eq(unsubscribed.ecosystem, ecosystem), eq(unsubscribed.recipient, recipient))

export const isUnsubscribed = async (db: Db, who: Recipient): Promise<boolean> =>
  (await db.select().from(unsubscribed).where(mine(who))).length > 0

/** Records an opt-out; a second one changes nothing. */
export const unsubscribe = async (db: Db, who: Recipient, at: Date): Promise<void> => {
  await db
    .insert(unsubscribed)
    .values({ ...who, at })
    .onConflictDoNothing()
}

export const subscribeAgain = async (db: Db, who: Recipient): Promise<void> => {
  await db.delete(unsubscribed).where(mine(who))
}
