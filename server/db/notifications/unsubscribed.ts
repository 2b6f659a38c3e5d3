import { and, eq } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { unsubscribed } from '../tables/index.ts'

/** Whoever has an address (its hash) in an ecosystem. */
export interface Recipient {
  ecosystem: string
  recipient: string
}

const mine = ({ ecosystem, recipient }: Recipient) =>
  and(eq(unsubscribed.ecosystem, ecosystem), eq(unsubscribed.recipient, recipient))

export const isUnsubscribed = async (db: Db, who: Recipient): Promise<boolean> =>
  (await db.select().from(unsubscribed).where(mine(who))).length > 0

/** Said twice it is said once. */
export const unsubscribe = async (db: Db, who: Recipient, at: Date): Promise<void> => {
  await db
    .insert(unsubscribed)
    .values({ ...who, at })
    .onConflictDoNothing()
}

export const subscribeAgain = async (db: Db, who: Recipient): Promise<void> => {
  await db.delete(unsubscribed).where(mine(who))
}
