import '../chunks/acting.ts'
import type { Speaker } from '../api/mutate.ts'
import { stripeOf } from './stripe.ts'

/**
 * Runs the bank's authentication (3-D Secure). Its result is not trusted: the server reports how the payment ended.
 * Stripe opens the bank's window next to our dialogs, not above them, so call this inside `dialog.aside()`.
 */
export const askBank = async (speaker: Speaker, clientSecret: string): Promise<void> => {
  const stripe = await stripeOf(speaker)
  await stripe.handleNextAction({ clientSecret })
}
