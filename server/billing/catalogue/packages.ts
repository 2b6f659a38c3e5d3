import type { Currency, Interval } from '#contract/money'
import type { ParameterSnapshot } from './snapshot.ts'

type Terms = { currency: Currency; interval: Interval }

/** The packages of a parameter, smallest first; empty: it is not sold on these terms. */
export const packagesOf = (parameter: ParameterSnapshot | undefined, { currency, interval }: Terms) =>
  (parameter?.packages ?? [])
    .filter((one) => one.currency === currency && one.interval === interval)
    .sort((one, other) => one.quantity - other.quantity)

/** The largest package that a quantity reaches, whose unit price applies to all of it; undefined: none. */
export const reachedBy = (quantity: number, packages: ReturnType<typeof packagesOf>) =>
  packages.findLast((one) => one.quantity <= quantity)
