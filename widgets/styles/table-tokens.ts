/**
 * What only a long table needs of the look.
 *
 * @cssproperty --waizant-canvas - what the table scrolls over: the page's own background
 * @cssproperty --waizant-sticky-top - the height of a page header that the table's header stops under
 */
export const tableTokens = {
  canvas: 'light-dark(oklch(.986 .004 170),oklch(.17 .012 200))',
  'sticky-top': '0px',
}
