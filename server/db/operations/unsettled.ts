import { and, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { checkouts, ecosystems, purchases, subscriptions } from '../tables/index.ts'

/** The provider's ids of subscriptions that still grant or owe something, one page after `after`. */
export const liveSubscriptions = async (db: Db, after: string, limit: number): Promise<string[]> =>
  ids(
    await db
      .select({ id: subscriptions.providerId })
      .from(subscriptions)
      .where(and(eq(subscriptions.live, true), gt(subscriptions.providerId, after)))
      .orderBy(subscriptions.providerId)
      .limit(limit),
  )

/** Checkouts that should have ended by `now`, one page after `after`. */
export const overdueCheckouts = async (db: Db, now: Date, after: string, limit: number): Promise<string[]> =>
  ids(
    await db
      .select({ id: checkouts.id })
      .from(checkouts)
      .where(
        and(
          inArray(checkouts.status, ['open', 'pending']),
          isNotNull(checkouts.providerId),
          lte(checkouts.expiresAt, now),
          gt(checkouts.id, after),
        ),
      )
      .orderBy(checkouts.id)
      .limit(limit),
  )

/** Purchases that should have ended by `now`, one page after `after`. */
export const overduePurchases = async (db: Db, now: Date, after: string, limit: number): Promise<string[]> =>
  ids(
    await db
      .select({ id: purchases.id })
      .from(purchases)
      .where(
        and(
          inArray(purchases.status, ['open', 'pending']),
          isNotNull(purchases.providerId),
          lte(purchases.expiresAt, now),
          gt(purchases.id, after),
        ),
      )
      .orderBy(purchases.id)
      .limit(limit),
  )

/** Purchases that were paid by `before` and not delivered, one page after `after`. */
export const undeliveredPurchases = async (
  db: Db,
  before: Date,
  after: string,
  limit: number,
): Promise<string[]> =>
  ids(
    await db
      .select({ id: purchases.id })
      .from(purchases)
      .where(and(eq(purchases.status, 'paid'), lte(purchases.paidAt, before), gt(purchases.id, after)))
      .orderBy(purchases.id)
      .limit(limit),
  )

/** Ecosystems whose status may change with time alone, one page after `after`. */
export const timedEcosystems = async (db: Db, after: string, limit: number): Promise<string[]> =>
  ids(
    await db
      .select({ id: ecosystems.id })
      .from(ecosystems)
      .where(
        and(
          inArray(ecosystems.status, ['trialing', 'past-due', 'suspended', 'canceled']),
          isNull(ecosystems.deletedAt),
          gt(ecosystems.id, after),
        ),
      )
      .orderBy(ecosystems.id)
      .limit(limit),
  )

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)
