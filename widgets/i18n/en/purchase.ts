import type { PurchaseWords } from '../es-mx/purchase.ts'

export const words: PurchaseWords = {
  signedOut: 'Sign in to see what you have and buy more.',
  none: (plan) => `Your ${plan} plan doesn’t offer this. Others do: see which suits you.`,
  unsubscribed: 'With an active plan, you buy here in a minute.',
  pending: 'Your subscription is being activated. Once your payment arrives, you can buy here.',
  seePlans: 'See plans',
  offline: 'You seem to be offline.',
  unreachable: 'We couldn’t reach the server.',
  unexpected: 'Something went wrong on our side.',
  retry: 'Try again',
  changed: 'The price changed and nothing was charged. Check it and confirm again.',
  was: 'before',
}
