import { numberText } from '#contract/number-text'
import type { Unit } from '../../../bench/results.ts'
import type { Locale } from '../../routes.ts'

/** A number in the page's language, with a typographic minus. */
export const number = (value: number, locale: Locale, digits = 0, least = digits) =>
  numberText(value, locale, { minimumFractionDigits: least, maximumFractionDigits: digits }).replace(
    '-',
    '\u2212',
  )

const digits: Record<Unit, number> = {
  ratio: 2,
  ms: 1,
  s: 1,
  bytes: 1,
  shift: 3,
  'per-second': 0,
  count: 0,
}

const suffixes: Partial<Record<Unit, string>> = {
  ratio: '\u00a0×',
  ms: '\u00a0ms',
  s: '\u00a0s',
  'per-second': '/s',
}

/** Bytes in readable form: 980 B, 36.0 kB, 412.5 MB. */
const scaled = (value: number, unit: Unit): [number, string] => {
  if (unit !== 'bytes') return [value, suffixes[unit] ?? '']
  if (Math.abs(value) >= 1e6) return [value / 1e6, '\u00a0MB']
  return Math.abs(value) >= 1e3 ? [value / 1e3, '\u00a0kB'] : [value, '\u00a0B']
}

/** `1.26 ×`, `13.3 ms`, `36.0 kB`; `most` and `least` override the unit's number of decimals. */
export const withUnit = (
  value: number,
  unit: Unit,
  locale: Locale,
  { most = digits[unit], least = most }: { most?: number; least?: number } = {},
) => {
  const [size, suffix] = scaled(value, unit)
  return number(size, locale, most, least) + suffix
}
