import type { VersionStatus } from '#contract/plan-settings'

/** When a version is sold; an open end lasts until another version starts. */
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

/** When a version would be sold if it were published now: never before that. */
export const saleFrom = (sale: Sale, now: Date): Sale =>
  sale.published || sale.startsAt >= now ? sale : { ...sale, startsAt: now }

/** The published version that would be sold at the same time; an open end gives way to what starts later. */
export const overlapping = (sale: Sale, others: Sale[]): Sale | null =>
  others.find((other) => other.number !== sale.number && isForSale(other) && overlap(sale, other)) ?? null

const overlap = (one: Sale, other: Sale): boolean => {
  if (one.startsAt.getTime() === other.startsAt.getTime()) return true
  const [first, second] = one.startsAt < other.startsAt ? [one, other] : [other, one]
  return first.endsAt !== null && first.endsAt > second.startsAt
}

/** What the public is sold at a moment: the last to start wins, as an open end gives way. */
export const inForceAt = <S extends Sale>(sales: S[], at: Date): S | null =>
  sales
    .filter((sale) => isForSale(sale) && holdsAt(sale, at))
    .sort(
      (one, other) => other.startsAt.getTime() - one.startsAt.getTime() || other.number - one.number,
    )[0] ?? null

/** How one of a plan's versions stands among them. */
export const statusOf = (sale: Sale, all: Sale[], now: Date): VersionStatus => {
  if (!sale.published) return 'draft'
  if (!sale.active) return 'inactive'
  if (sale.startsAt > now) return 'scheduled'
  if (sale.endsAt && sale.endsAt <= now) return 'ended'
  return inForceAt(all, now)?.number === sale.number ? 'in-force' : 'superseded'
}
