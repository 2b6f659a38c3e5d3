/*
 * The discount of a year over twelve months, in hundredths of a per cent, and the reverse; in whole numbers only. An
 * administrator sees both while typing; only the price is stored.
 */

/** Null when one of the prices is missing. */
export const discountOf = (month: number | null, year: number | null): number | null =>
  month && year ? Math.round(((month * 12 - year) * 10_000) / (month * 12)) : null

/** Twelve months less a discount, rounded to the nearest cent. */
export const yearFor = (month: number, discount: number): number =>
  Math.round((month * 12 * (10_000 - discount)) / 10_000)

/** `15`, `15.5`, `15.01 %`; null: the field is empty, undefined: not a discount. */
export const readDiscount = (text: string): number | null | undefined => {
  const bare = text.replaceAll(/[\s\u00a0%]/g, '')
  if (bare === '') return null
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d{1,3})(?:\.(\d{1,2}))?$/.exec(bare) ?? []
  if (!whole) return undefined
  const discount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return discount >= 10_000 || sign ? undefined : discount
}

/** An editable discount: `15`, `15.01`. */
export const discountText = (discount: number): string => String(discount / 100)
