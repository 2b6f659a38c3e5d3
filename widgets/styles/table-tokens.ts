/** What only a long table needs of the look: what it scrolls over, and how far below the top its header stays. */
export const tableTokens = {
  canvas: 'light-dark(oklch(.986 .004 170),oklch(.17 .012 200))',
  'sticky-top': '0px',
}
