/** The share of used encounters, in per cent, above which the customer is warned. */
export const encounterWarningPercent = 90

/** How much of a limit is left. */
export interface Level {
  total: number
  left: number
}

export interface WatchedLevel extends Level {
  isNear: boolean
}

/** The level of a credit that is used up gradually: an addition starts a new total. */
export const levelOfCredit = (left: number, before: Level | null): Level => ({
  left,
  total: before && left <= before.left ? before.total : left,
})

/**
 * Whether a level has become low since the last check. A warned customer is warned again only after the level
 * was normal.
 */
export const watch = (
  { total, left }: Level,
  before: WatchedLevel | null,
  percent: number,
): { level: WatchedLevel; warns: boolean } => {
  const isNear = total > 0 && (total - left) * 100 >= total * percent
  return { level: { total, left, isNear }, warns: isNear && !before?.isNear }
}
