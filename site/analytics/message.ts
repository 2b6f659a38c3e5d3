/** What is sent about a visit: the page, never the person. */
export interface Message {
  event: 'page-view' | 'plan-select' | 'checkout-open' | 'trial-started' | 'quote-requested'
  /** The path without its query, which may contain personal data. */
  page: string
  locale: string
  /** The host of another site that linked here. */
  from?: string
  catalogue?: string
  plan?: string
  interval?: string
  currency?: string
  action?: string
}
