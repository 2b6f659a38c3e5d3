import { and, eq, inArray } from 'drizzle-orm'
import type { Words } from '#contract/locale'
import { parsePriceKey } from '../../billing/catalogue/prices.ts'
import type { LineNames, MirroredLine } from '../../billing/invoices/line-text.ts'
import type { Db } from '../connection/open.ts'
import { ecosystems, parameters, planVersions, purchases, services, usage } from '../tables/index.ts'

/** The names that some lines of an ecosystem's invoices need: three queries at most, for any number of lines. */
export const lineNames = async (
  db: Db,
  ecosystem: string,
  lines: readonly MirroredLine[],
): Promise<LineNames> => {
  const of = lines.flatMap((line) => line.of ?? [])
  const versions = of.flatMap((one) => ('price' in one ? parsePriceKey(one.price).versionId : []))
  const reports = of.flatMap((one) => ('usage' in one ? one.usage : []))
  const orders = of.flatMap((one) => ('purchase' in one ? one.purchase : []))
  const [plans, used, bought] = await Promise.all([
    versions.length ? planNames(db, [...new Set(versions)]) : [],
    reports.length ? usedServices(db, ecosystem, reports) : [],
    orders.length ? boughtParameters(db, ecosystem, orders) : [],
  ])
  return {
    plans: new Map<string, Words>(plans.map(({ id, name }) => [id, name])),
    usage: new Map(used.map(({ id, ...report }) => [id, report])),
    purchases: new Map(bought.map(({ id, ...order }) => [id, order])),
  }
}

const planNames = (db: Db, versions: string[]) =>
  db
    .select({ id: planVersions.id, name: planVersions.name })
    .from(planVersions)
    .where(inArray(planVersions.id, versions))

const usedServices = (db: Db, ecosystem: string, reports: string[]) =>
  db
    .select({ id: usage.usageId, units: usage.units, name: services.name })
    .from(usage)
    .innerJoin(ecosystems, eq(ecosystems.id, usage.ecosystem))
    .innerJoin(services, and(eq(services.catalogue, ecosystems.catalogue), eq(services.id, usage.service)))
    .where(and(eq(usage.ecosystem, ecosystem), inArray(usage.usageId, reports)))

const boughtParameters = (db: Db, ecosystem: string, orders: string[]) =>
  db
    .select({ id: purchases.id, quantity: purchases.quantity, name: parameters.name })
    .from(purchases)
    .innerJoin(ecosystems, eq(ecosystems.id, purchases.ecosystem))
    .innerJoin(
      parameters,
      and(eq(parameters.catalogue, ecosystems.catalogue), eq(parameters.id, purchases.parameter)),
    )
    .where(and(eq(purchases.ecosystem, ecosystem), inArray(purchases.id, orders)))
