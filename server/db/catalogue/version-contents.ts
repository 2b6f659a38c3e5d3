import { eq } from 'drizzle-orm'
import type { Words } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'

type PerCurrency<T> = Partial<Record<Currency, T>>
type PerInterval<T> = Record<Interval, T>

/**
 * The rows that belong to a plan version: amounts in minor units, by the ids of features, parameters and
 * services.
 */
export interface VersionContents {
  features: Record<string, true | Words>
  /** null: no price yet. */
  prices: PerCurrency<PerInterval<number | null>>
  parameters: Partial<
    Record<
      string,
      { included: number; packages: PerCurrency<PerInterval<{ quantity: number; unit: number }[]>> }
    >
  >
  services: Partial<Record<string, PerCurrency<number>>>
}

const entries = <T extends object>(of: T) =>
  Object.entries(of) as [keyof T & string, NonNullable<T[keyof T]>][]

export const insertContents = async (tx: Db, version: string, contents: VersionContents): Promise<void> => {
  const { features, prices, parameters, services } = contents
  const rows = [
    [t.versionFeatures, entries(features).map(([feature, value]) => ({ version, feature, value }))],
    [
      t.prices,
      entries(prices).flatMap(([currency, byInterval]) =>
        entries(byInterval).flatMap(([interval, amount]) =>
          amount === null ? [] : [{ version, currency, interval, amount }],
        ),
      ),
    ],
    [
      t.versionParameters,
      entries(parameters).map(([parameter, { included }]) => ({ version, parameter, included })),
    ],
    [
      t.packages,
      entries(parameters).flatMap(([parameter, { packages }]) =>
        entries(packages).flatMap(([currency, byInterval]) =>
          entries(byInterval).flatMap(([interval, list]) =>
            list.map((row) => ({ version, parameter, currency, interval, ...row })),
          ),
        ),
      ),
    ],
    [
      t.versionServices,
      entries(services).flatMap(([service, units]) =>
        entries(units).map(([currency, unit]) => ({ version, service, currency, unit })),
      ),
    ],
  ] as const
  // Drizzle refuses an empty list; here an empty list is correct and inserts nothing.
  for (const [table, list] of rows) if (list.length > 0) await tx.insert(table).values(list as never)
}

/** Replaces the contents of a version. */
export const replaceContents = async (tx: Db, version: string, contents: VersionContents): Promise<void> => {
  for (const table of [t.versionFeatures, t.prices, t.packages, t.versionParameters, t.versionServices])
    await tx.delete(table).where(eq(table.version, version))
  await insertContents(tx, version, contents)
}
