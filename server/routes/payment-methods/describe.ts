import { PaymentMethodRequest, PaymentMethodSetup } from '#contract/payment-method'
import type { Operation } from '../openapi/operation.ts'

export const paymentMethodOperations: Operation[] = [
  {
    id: 'setUpPaymentMethod',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/payment-method',
    tag: 'Customer',
    summary: 'Begin to keep a new card',
    answers:
      'What Stripe.js needs; once confirmed, the card is the default and the unpaid invoices of `expectedTotal` are tried again.',
    body: PaymentMethodRequest,
    answer: PaymentMethodSetup,
    idempotencyKey: true,
    signedIn: true,
  },
]
