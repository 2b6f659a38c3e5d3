import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { EnvironmentName } from '#contract/catalogue-sync'
import type { Db } from '../connection/open.ts'
import { providerPrices, catalogueSyncs as syncs } from '../tables/index.ts'

export interface SyncRef {
  catalogue: string
  environment: EnvironmentName
}

export type SyncRow = typeof syncs.$inferSelect

const of = ({ catalogue, environment }: SyncRef) =>
  and(eq(syncs.catalogue, catalogue), eq(syncs.environment, environment))

/** Notes that an environment needs a sync of a catalogue's changes. */
export const requestSync = async (tx: Db, ref: SyncRef): Promise<void> => {
  await tx
    .insert(syncs)
    .values({ ...ref, wanted: 1 })
    .onConflictDoUpdate({
      target: [syncs.catalogue, syncs.environment],
      set: { wanted: sql`${syncs.wanted} + 1` },
    })
}

export const syncRow = async (db: Db, ref: SyncRef): Promise<SyncRow | null> => {
  const [row] = await db.select().from(syncs).where(of(ref))
  return row ?? null
}

/** Takes a sync for one worker until `until`, or extends that worker's hold; null: another worker has it. */
export const takeSync = async (
  db: Db,
  ref: SyncRef,
  { holder, now, until }: { holder: string; now: Date; until: Date },
): Promise<SyncRow | null> => {
  const [row] = await db
    .update(syncs)
    .set({ lockExpiresAt: until, lockHolder: holder })
    .where(
      and(
        of(ref),
        or(isNull(syncs.lockExpiresAt), lte(syncs.lockExpiresAt, now), eq(syncs.lockHolder, holder)),
      ),
    )
    .returning()
  return row ?? null
}

/**
 * Releases a finished sync and stores what is now at the provider; false: another sync was requested in the
 * meantime, and the worker keeps the hold.
 */
export const finishSync = async (
  db: Db,
  ref: SyncRef,
  holder: string,
  done: { account: string; heard: number; syncedAt: Date },
): Promise<boolean> => {
  const rows = await db
    .update(syncs)
    .set({ lockExpiresAt: null, lockHolder: null, ...done })
    .where(and(of(ref), eq(syncs.lockHolder, holder), eq(syncs.wanted, done.heard)))
    .returning()
  return rows.length > 0
}

/** Releases a sync that failed. */
export const dropSync = async (db: Db, ref: SyncRef, holder: string): Promise<void> => {
  await db
    .update(syncs)
    .set({ lockExpiresAt: null, lockHolder: null })
    .where(and(of(ref), eq(syncs.lockHolder, holder)))
}

export interface ProviderPrice {
  key: string
  catalogue: string
  amount: number
  providerId: string
}

/** Stores the provider's id of a price. */
export const rememberPrice = async (
  db: Db,
  { environment, account }: { environment: EnvironmentName; account: string },
  { key, catalogue, amount, providerId }: ProviderPrice,
  syncedAt: Date,
): Promise<void> => {
  const found = { amount, providerId, syncedAt }
  await db
    .insert(providerPrices)
    .values({ environment, account, key, catalogue, ...found })
    .onConflictDoUpdate({
      target: [providerPrices.environment, providerPrices.account, providerPrices.key],
      set: found,
    })
}
