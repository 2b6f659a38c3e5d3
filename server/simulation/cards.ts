/** The provider's test cards that lives are lived with. */
export const cards = {
  good: '4242424242424242',
  /** Whenever it is charged. */
  declined: '4000000000000002',
  /** Attaches to a customer, and is declined whenever it is charged. */
  failsLater: '4000000000000341',
  /** Its bank asks every time. */
  asks: '4000002760003184',
}
