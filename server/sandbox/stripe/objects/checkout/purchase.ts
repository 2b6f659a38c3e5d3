import type { PaymentIntent, Session } from '../../kinds.ts'

/** The buyer's details. */
export interface Purchase {
  paymentMethod: string
  email: string | null
  name: string | null
  fields: Record<string, string>
  /** Phone, address and tax id, where the session requires them. */
  details?: Record<string, string>
  savesCard: boolean
  authenticated: boolean
}

/** The result of a payment. */
export type Outcome =
  | { outcome: 'complete'; session: Session }
  | { outcome: 'requires_action' }
  | { outcome: 'declined'; code: string; declineCode: string | null; message: string }

/** The updates of a paid session, or why it is not paid. */
export type Completion = { patch: Partial<Session> } | Exclude<Outcome, { outcome: 'complete' }>

/** Why an intent was not paid. */
export const unpaid = (intent: PaymentIntent): Completion => {
  if (intent.status === 'requires_action') return { outcome: 'requires_action' }
  const error = intent.last_payment_error
  return {
    outcome: 'declined',
    code: error?.code ?? 'card_declined',
    declineCode: error?.decline_code ?? null,
    message: error?.message ?? 'Your card was declined.',
  }
}
