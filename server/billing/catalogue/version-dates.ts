import type { VersionStatus } from '#contract/plan-settings'

/** The dates between which a version is sold; without an end date it is sold until another version starts. */
export interface Sale {
  number: number
  startsAt: Date
  /** Exclusive. */
  endsAt: Date | null
  published: boolean
  active: boolean
}

const isForSale = ({ published, active }: Sale) => published && active

const holdsAt = ({ startsAt, endsAt }: Sale, at: Date) => startsAt <= at && (!endsAt || endsAt > at)

/** The dates of a version that is published now: it is never sold before now. */
export const saleFrom = (sale: Sale, now: Date): Sale =>
  sale.published || sale.startsAt >= now ? sale : { ...sale, startsAt: now }

/** The published version whose dates overlap; a version without an end date ends when a later one starts. */
export const overlapping = (sale: Sale, others: Sale[]): Sale | null =>
  others.find((other) => other.number !== sale.number && isForSale(other) && overlap(sale, other)) ?? null

const overlap = (one: Sale, other: Sale): boolean => {
  if (one.startsAt.getTime() === other.startsAt.getTime()) return true
  const [first, second] = one.startsAt < other.startsAt ? [one, other] : [other, one]
  return first.endsAt !== null && first.endsAt > second.startsAt
}

/** The version that is sold at a moment: the one that started last, because an open end makes way for it. */
export const inForceAt = <S extends Sale>(sales: S[], at: Date): S | null =>
  sales
    .filter((sale) => isForSale(sale) && holdsAt(sale, at))
    .sort(
      (one, other) => other.startsAt.getTime() - one.startsAt.getTime() || other.number - one.number,
    )[0] ?? null

/** The status of a version among the versions of its plan. */
export const statusOf = (sale: Sale, all: Sale[], now: Date): VersionStatus => {
  if (!sale.published) return 'draft'
  if (!sale.active) return 'inactive'
  if (sale.startsAt > now) return 'scheduled'
  if (sale.endsAt && sale.endsAt <= now) return 'ended'
  return inForceAt(all, now)?.number === sale.number ? 'in-force' : 'superseded'
}
