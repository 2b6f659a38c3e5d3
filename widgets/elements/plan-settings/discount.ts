/*
 * What a year costs less than twelve months, in hundredths of a per cent, and back; whole numbers only. An administrator sees
 * both sides of it while typing; what is sold is the price alone.
 */

/** Null where one of the prices is missing. */
export const discountOf = (month: number | null, year: number | null): number | null =>
  month && year ? Math.round(((month * 12 - year) * 10_000) / (month * 12)) : null

/** Twelve months less a discount, to the nearest cent. */
export const yearFor = (month: number, discount: number): number =>
  Math.round((month * 12 * (10_000 - discount)) / 10_000)

/** `15`, `15.5`, `15.01 %`; null: nothing was written, undefined: it is none. */
export const readDiscount = (text: string): number | null | undefined => {
  const bare = text.replaceAll(/[\s\u00a0%]/g, '')
  if (bare === '') return null
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d{1,3})(?:\.(\d{1,2}))?$/.exec(bare) ?? []
  if (!whole) return undefined
  const discount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return discount >= 10_000 || sign ? undefined : discount
}

/** As one writes it: `15`, `15.01`. */
export const discountText = (discount: number): string => String(discount / 100)
