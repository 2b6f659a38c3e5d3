import type Stripe from 'stripe'
import type { CancellationOrder } from '../port.ts'
import { throwIfCanceled } from './throw-if-canceled.ts'

type Feedback = Stripe.SubscriptionUpdateParams.CancellationDetails['feedback']

const feedbackOf: Record<string, Feedback> = {
  'too-expensive': 'too_expensive',
  'missing-features': 'missing_features',
  'switched-service': 'switched_service',
  unused: 'unused',
  'customer-service': 'customer_service',
  'too-complex': 'too_complex',
  'low-quality': 'low_quality',
}

/** Cancels a subscription at the end of its paid period, with the reason; the same key again changes nothing more. */
export const cancelAtPeriodEnd = async (
  stripe: Stripe,
  { subscription, reason, comment, key }: CancellationOrder,
): Promise<void> => {
  const feedback = feedbackOf[reason]
  // A host's own reason has no equivalent at the provider: it is put in front of the person's comment.
  const said = feedback || reason === 'other' ? comment : [reason, comment].filter(Boolean).join(': ')
  await throwIfCanceled(
    stripe,
    subscription,
    stripe.subscriptions.update(
      subscription,
      {
        cancel_at: 'min_period_end',
        cancellation_details: { feedback: feedback ?? 'other', ...(said && { comment: said }) },
      },
      { idempotencyKey: key },
    ),
  )
}

/** Undoes a cancellation, in whichever of the two ways it was stored. */
export const keepSubscription = async (stripe: Stripe, id: string): Promise<void> => {
  const { cancel_at_period_end } = await stripe.subscriptions.retrieve(id)
  await throwIfCanceled(
    stripe,
    id,
    stripe.subscriptions.update(id, {
      ...(cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: '' }),
      cancellation_details: { feedback: '', comment: '' },
    }),
  )
}

/** Ends a subscription now: the provider stops collecting open invoices, and credits nothing. */
export const endSubscription = async (stripe: Stripe, id: string): Promise<void> => {
  try {
    await stripe.subscriptions.cancel(id, {}, { idempotencyKey: `end/${id}` })
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    if (!(await stripe.subscriptions.retrieve(id)).ended_at) throw error
  }
}
