import type { Policy } from '#contract/policy'

const dayMs = 24 * 60 * 60 * 1000

/** Until when the data of a cancelled ecosystem is kept (policy: "cancellation"). */
export const keptUntil = (end: Date, { cancellation }: Pick<Policy, 'cancellation'>): Date =>
  new Date(end.getTime() + cancellation.retentionDays * dayMs)
