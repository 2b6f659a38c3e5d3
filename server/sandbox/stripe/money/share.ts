/** `amount × part / whole`, rounded to the nearest unit, halves away from zero. Exact: no floating-point numbers. */
export const share = (amount: number, part: number, whole: number): number => {
  if (part === whole) return amount
  const numerator = BigInt(amount) * BigInt(part)
  const denominator = BigInt(whole)
  const negative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return Number(negative ? -rounded : rounded) || 0
}

/** A percentage with up to four decimals of an amount, rounded the same way. */
export const percentOf = (amount: number, percent: number): number =>
  share(amount, Math.round(percent * 10_000), 1_000_000)
