import Stripe from 'stripe'

export const apiVersion = '2026-10-28.endive'

export interface StripeSettings {
  secretKey: string
  /** Two while a secret is being rotated. */
  webhookSecrets: string[]
  /** The account of the key, if known: messages of other accounts are refused. */
  account?: string
  /** Where the SDK sends its requests instead of api.stripe.com. */
  apiUrl?: string
}

/** The official SDK, pinned to the API version that this code was written for. */
export const stripeClient = ({ secretKey, apiUrl }: StripeSettings): Stripe => {
  const elsewhere = apiUrl ? new URL(apiUrl) : null
  return new Stripe(secretKey, {
    apiVersion,
    maxNetworkRetries: 2,
    timeout: 20_000,
    telemetry: false,
    appInfo: { name: 'Waizant Billing' },
    ...(elsewhere && {
      host: elsewhere.hostname,
      port: elsewhere.port || (elsewhere.protocol === 'https:' ? '443' : '80'),
      protocol: elsewhere.protocol === 'https:' ? ('https' as const) : ('http' as const),
    }),
  })
}
