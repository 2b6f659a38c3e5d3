/** The encounters in an ecosystem's own database. Its app decreases `total`; this server writes the rest. */
export interface EncounterAccount {
  total: number
  /** How many bought ones there were at the last write. */
  bought: number
  /** In this month: granted in all, and used at the last write. */
  granted: number
  used: number
  /** null: none were ever granted. */
  month: { from: Date; until: Date; revision: number } | null
}

/** A month's grant with its revision: of two grants, the one with the higher revision is the later. */
export interface IncludedGrant {
  revision: number
  from: Date
  until: Date
  granted: number
}

/** An ecosystem's available encounters. */
export interface HeldEncounters {
  available: number
  included: { left: number; of: number; until: Date } | null
  /** How many of this month's included encounters are used, even if the month now includes fewer. */
  used: number
  bought: number
}

/**
 * Books what was used since the last write, included encounters first. An increase of `total` beyond them
 * counts as bought.
 */
const settled = (account: EncounterAccount): EncounterAccount & { left: number } => {
  const before = Math.max(0, account.granted - account.used)
  const left = Math.min(before, Math.max(0, account.total - account.bought))
  return { ...account, left, bought: account.total - left, used: account.used + before - left }
}

/** The encounters available at a moment: included ones expire with their month, whether or not that is stored yet. */
export const heldAt = (account: EncounterAccount, now: Date): HeldEncounters => {
  const { left, used, bought, granted, month } = settled(account)
  if (!month || month.until <= now) return { available: bought, included: null, used: 0, bought }
  const included = granted ? { left, of: granted, until: month.until } : null
  return { available: left + bought, included, used, bought }
}

/** The account with additional bought encounters. */
export const withBought = (account: EncounterAccount, quantity: number): EncounterAccount => {
  const { left: _, ...kept } = settled(account)
  return { ...kept, bought: kept.bought + quantity, total: kept.total + quantity }
}

/**
 * The account after a grant, without what has expired by now. The same grant again, or an older one, changes
 * nothing else. A lower grant removes unused included encounters, never bought ones; encounters that were used
 * count against a later, higher grant.
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
