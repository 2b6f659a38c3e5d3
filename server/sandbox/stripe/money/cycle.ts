export interface Period {
  start: number
  end: number
}

export interface Recurrence {
  interval: 'day' | 'week' | 'month' | 'year' | (string & {})
  interval_count: number
}

const SECONDS: Record<string, number> = { day: 86_400, week: 7 * 86_400 }

/**
 * The service period around a moment: the anchor plus whole intervals, counted from the anchor each time, so that the
 * 31st of January is followed by the 28th of February and then by the 31st of March. `day` is the day of the month
 * asked for, when the anchor itself falls in a month too short for it.
 */
export const cycleAt = (anchor: number, recurrence: Recurrence, moment: number, day?: number): Period => {
  const step = (count: number) => advance(anchor, recurrence, count, day)
  let count = Math.floor((moment - anchor) / averageSeconds(recurrence))
  while (step(count) > moment) count--
  while (step(count + 1) <= moment) count++
  return { start: step(count), end: step(count + 1) }
}

/** The anchor plus `count` intervals. */
export const advance = (anchor: number, recurrence: Recurrence, count = 1, day?: number): number => {
  const intervals = count * recurrence.interval_count
  const fixed = SECONDS[recurrence.interval]
  if (fixed) return anchor + intervals * fixed
  return addMonths(anchor, recurrence.interval === 'year' ? 12 * intervals : intervals, day)
}

const addMonths = (anchor: number, months: number, day?: number): number => {
  const date = new Date(anchor * 1000)
  const wanted = day ?? date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(Math.min(wanted, daysInMonth(date)))
  return date.getTime() / 1000
}

export const daysInMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

const averageSeconds = ({ interval, interval_count }: Recurrence) =>
  interval_count * (SECONDS[interval] ?? (interval === 'year' ? 31_556_952 : 2_629_746))

export interface AnchorConfig {
  day_of_month: number
  month?: number | null | undefined
  hour?: number | null | undefined
  minute?: number | null | undefined
  second?: number | null | undefined
}

/**
 * The first moment from `now` on that matches a billing cycle anchor configuration; omitted parts are those of `now`.
 */
export const anchorFrom = (config: AnchorConfig, now: number): number => {
  const today = new Date(now * 1000)
  for (let months = 0; ; months++) {
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1))
    if (config.month && first.getUTCMonth() + 1 !== config.month) continue
    const at =
      Date.UTC(
        first.getUTCFullYear(),
        first.getUTCMonth(),
        Math.min(config.day_of_month, daysInMonth(first)),
        config.hour ?? today.getUTCHours(),
        config.minute ?? today.getUTCMinutes(),
        config.second ?? today.getUTCSeconds(),
      ) / 1000
    if (at >= now) return at
  }
}
