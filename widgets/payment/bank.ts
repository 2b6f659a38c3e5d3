import '../chunks/acting.ts'
import type { Speaker } from '../api/mutate.ts'
import { stripeOf } from './stripe.ts'

/**
 * Lets the bank ask its client (3-D Secure). Whatever they answered, the server says how the payment ended. Stripe puts the
 * bank's window beside our dialogs, not above them: call it inside `dialog.aside()`.
 */
export const askBank = async (speaker: Speaker, clientSecret: string): Promise<void> => {
  const stripe = await stripeOf(speaker)
  await stripe.handleNextAction({ clientSecret })
}
