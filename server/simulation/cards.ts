/** The provider's test cards that the lives use. */
export const cards = {
  good: '4242424242424242',
  /** Declined at every charge. */
  declined: '4000000000000002',
  /** Can be attached to a customer, and is declined at every charge. */
  failsLater: '4000000000000341',
  /** Its bank asks for confirmation every time. */
  asks: '4000002760003184',
}
