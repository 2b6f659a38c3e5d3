import { and, eq, gte, inArray, sum } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { purchases, usage } from '../tables/index.ts'

/** How many units of a parameter an ecosystem has paid for since a given time. */
export const boughtSince = async (
  db: Db,
  ecosystem: string,
  parameter: string,
  since: Date,
): Promise<number> => {
  const [row] = await db
    .select({ units: sum(purchases.quantity).mapWith(Number) })
    .from(purchases)
    .where(
      and(
        eq(purchases.ecosystem, ecosystem),
        eq(purchases.parameter, parameter),
        inArray(purchases.status, ['paid', 'delivered']),
        gte(purchases.paidAt, since),
      ),
    )
  return row?.units ?? 0
}

/** The ids of the services that an ecosystem has used since a given time, charged or not. */
export const usedSince = async (
  db: Db,
  ecosystem: string,
  since: Date,
): Promise<{ id: string; units: number }[]> =>
  db
    .select({ id: usage.service, units: sum(usage.units).mapWith(Number) })
    .from(usage)
    .where(and(eq(usage.ecosystem, ecosystem), gte(usage.at, since)))
    .groupBy(usage.service)
    .orderBy(usage.service)
