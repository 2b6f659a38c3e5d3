/** How an ecosystem's own database keeps its encounters. `total` is what its app counts down; the rest is written here. */
export interface EncounterAccount {
  total: number
  /** Bought ones that were there at the last writing. */
  bought: number
  /** Of the month: granted in all, and used at the last writing. */
  granted: number
  used: number
  /** null: never granted any. */
  month: { from: Date; until: Date; revision: number } | null
}

/** What a month grants, by the revision of its grant: of two the higher one is the later. */
export interface IncludedGrant {
  revision: number
  from: Date
  until: Date
  granted: number
}

/** What an ecosystem holds. */
export interface HeldEncounters {
  available: number
  included: { left: number; of: number; until: Date } | null
  /** Of those that this month included, also when it now includes fewer. */
  used: number
  bought: number
}

/** What was used since the last writing, taken from the included ones first. What came back beyond them counts as bought. */
const settled = (account: EncounterAccount): EncounterAccount & { left: number } => {
  const before = Math.max(0, account.granted - account.used)
  const left = Math.min(before, Math.max(0, account.total - account.bought))
  return { ...account, left, bought: account.total - left, used: account.used + before - left }
}

/** What there is at a moment: included ones end with their month, whether or not that is written down yet. */
export const heldAt = (account: EncounterAccount, now: Date): HeldEncounters => {
  const { left, used, bought, granted, month } = settled(account)
  if (!month || month.until <= now) return { available: bought, included: null, used: 0, bought }
  const included = granted ? { left, of: granted, until: month.until } : null
  return { available: left + bought, included, used, bought }
}

/** The account with more bought ones. */
export const withBought = (account: EncounterAccount, quantity: number): EncounterAccount => {
  const { left: _, ...kept } = settled(account)
  return { ...kept, bought: kept.bought + quantity, total: kept.total + quantity }
}

/**
 * The account as a grant says, and without what has ended by now. The same grant again, or an older one, changes nothing
 * else. Less than before takes back what is unused, never a bought one; what was used counts against a later, higher grant.
 */
export const withGrant = (account: EncounterAccount, grant: IncludedGrant, now: Date): EncounterAccount => {
  const { left: _, ...kept } = settled(account)
  if (kept.month && kept.month.revision > grant.revision) return ended(kept, now)
  const { granted, ...month } = grant
  const isSame = kept.month && +kept.month.from === +month.from
  const used = isSame || !kept.month ? kept.used : 0
  return ended({ ...kept, granted, used, month, total: kept.bought + Math.max(0, granted - used) }, now)
}

const ended = (account: EncounterAccount, now: Date): EncounterAccount =>
  account.month && account.month.until <= now
    ? { ...account, used: Math.max(account.used, account.granted), total: account.bought }
    : account
