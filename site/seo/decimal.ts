import type { Money } from '#contract/money'

/** "999.00" from 99900: exact, without floating-point numbers. */
export const decimal = ({ amount }: Money): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
