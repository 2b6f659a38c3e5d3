import { tint } from './first-tokens.ts'

/** The rest of the look: what is not needed for the first paint of the plans. */
export const lateTokens = {
  canvas: 'light-dark(oklch(.986 .004 170),oklch(.17 .012 200))',
  danger: 'light-dark(oklch(.5 .17 27),oklch(.8 .11 25))',
  'danger-soft': tint('danger', 9),
  edge: tint('ink', 50),
  'sticky-top': '0px',
}
