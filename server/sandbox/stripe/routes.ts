import type { Routes } from './http/route.ts'
import { accountRoutes } from './objects/account.ts'
import { balanceTransactionRoutes } from './objects/balance-transaction.ts'
import { chargeRoutes } from './objects/charge.ts'
import { checkoutRoutes } from './objects/checkout/routes.ts'
import { couponRoutes } from './objects/coupon.ts'
import { creditNoteRoutes } from './objects/credit-note.ts'
import { customerRoutes } from './objects/customer.ts'
import { eventRoutes } from './objects/event.ts'
import { invoiceRoutes } from './objects/invoice/routes.ts'
import { invoiceItemRoutes } from './objects/invoice-item.ts'
import { invoicePaymentRoutes } from './objects/invoice-payment.ts'
import { paymentIntentRoutes } from './objects/payment-intent-routes.ts'
import { paymentMethodRoutes } from './objects/payment-method.ts'
import { priceRoutes } from './objects/price.ts'
import { productRoutes } from './objects/product.ts'
import { refundRoutes } from './objects/refund.ts'
import { scheduleRoutes } from './objects/schedule/routes.ts'
import { setupIntentRoutes } from './objects/setup-intent.ts'
import { subscriptionItemRoutes } from './objects/subscription/item-routes.ts'
import { subscriptionRoutes } from './objects/subscription/routes.ts'
import { taxRateRoutes } from './objects/tax-rate.ts'
import { testClockRoutes } from './objects/test-clock.ts'
import { webhookEndpointRoutes } from './objects/webhook-endpoint.ts'

/** Every endpoint that the sandbox serves; all others are Stripe's "Unrecognized request URL". */
export const routes: Routes = {
  ...accountRoutes,
  ...balanceTransactionRoutes,
  ...chargeRoutes,
  ...checkoutRoutes,
  ...couponRoutes,
  ...creditNoteRoutes,
  ...customerRoutes,
  ...eventRoutes,
  ...invoiceItemRoutes,
  ...invoicePaymentRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...scheduleRoutes,
  ...setupIntentRoutes,
  ...subscriptionItemRoutes,
  ...subscriptionRoutes,
  ...taxRateRoutes,
  ...testClockRoutes,
  ...webhookEndpointRoutes,
}
