import { tint } from './first-tokens.ts'

/**
 * The rest of the look: what is not needed for the first paint of the plans.
 *
 * @cssproperty --waizant-danger - what went wrong, and what is owed
 * @cssproperty --waizant-danger-soft - a hint of it, behind such a sentence
 */
export const lateTokens = {
  danger: 'light-dark(oklch(.5 .17 27),oklch(.8 .11 25))',
  'danger-soft': tint('danger', 9),
}
