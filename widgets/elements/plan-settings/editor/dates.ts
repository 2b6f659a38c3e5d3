import { browserZone, dayText } from '../../../i18n/day-text.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** A time for `<input type="datetime-local">`, in the reader's time zone: `2026-11-21T18:30`. */
export const localText = (moment: string | Date): string => {
  const at = new Date(moment)
  // eslint-disable-next-line no-restricted-syntax -- the field speaks the time of the administrator's own machine
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/**
 * The time that such a text means. An unchanged text gives its original time back, to the millisecond. Undefined: not a
 * time.
 */
export const momentOf = (text: string, was?: string | null): string | undefined => {
  if (was && text === localText(was)) return was
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** `hace 5 minutos`, `2 days ago`; `now` for less than a minute. */
export const ageText = (at: number, language: string, now = Date.now()): string => {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const passed = Math.max(0, now - at)
  const [unit, ms] = units.find(([, ms]) => passed >= ms) ?? ['second', 0]
  return ms ? format.format(-Math.floor(passed / ms), unit) : format.format(0, 'second')
}

/** Administrators read and type times in their browser's time zone. */
const here = browserZone()!

/** `21 nov 2026, 18:30`. */
export const whenText = (at: string, language: string): string =>
  dayText(at, language, here, { dateStyle: 'medium', timeStyle: 'short' })

export const localDayText = (at: string, language: string): string => dayText(at, language, here)
