/** What is told of a visit: the page, never the person. */
export interface Message {
  event: 'page-view' | 'plan-select' | 'checkout-open' | 'trial-started' | 'quote-requested'
  /** The path, without a query: what is in one may belong to somebody. */
  page: string
  locale: string
  /** The host of another site that led here. */
  from?: string
  catalogue?: string
  plan?: string
  interval?: string
  currency?: string
  action?: string
}
