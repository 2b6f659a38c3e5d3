import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { messages } from '../tables/index.ts'

export type MessageRow = typeof messages.$inferSelect

/** Inserts a message; false when its key exists already. */
export const insertMessage = async (tx: Db, row: typeof messages.$inferInsert): Promise<boolean> =>
  (await tx.insert(messages).values(row).onConflictDoNothing({ target: messages.key }).returning()).length > 0

export const messageById = async (db: Db, id: string): Promise<MessageRow | null> => {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row ?? null
}

export const isTold = async (db: Db, key: string): Promise<boolean> =>
  (await db.select({ id: messages.id }).from(messages).where(eq(messages.key, key))).length > 0

/** Marks a message as being sent; false when it is done, or when another process has begun since it was read. */
export const beginSending = async (db: Db, { id, tries }: MessageRow): Promise<boolean> => {
  const begun = await db
    .update(messages)
    .set({ tries: tries + 1 })
    .where(and(eq(messages.id, id), eq(messages.tries, tries), isNull(messages.sentAt)))
    .returning()
  return begun.length > 0
}

/** Takes the mark back, when it is certain that nothing was sent. */
export const takeBackSending = async (db: Db, id: string): Promise<void> => {
  await db
    .update(messages)
    .set({ tries: sql`${messages.tries} - 1` })
    .where(eq(messages.id, id))
}

export const markSent = async (db: Db, id: string, sentAt: Date): Promise<void> => {
  await db.update(messages).set({ sentAt }).where(eq(messages.id, id))
}

export const withhold = async (db: Db, id: string, withheld: MessageRow['withheld']): Promise<void> => {
  await db.update(messages).set({ withheld }).where(eq(messages.id, id))
}
