import { randomBytes } from 'node:crypto'
import type { PublicKind } from './kinds.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export const randomName = (length: number): string =>
  Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('')

const PREFIXES: Record<PublicKind, [prefix: string, length: number]> = {
  customer: ['cus_', 14],
  product: ['prod_', 14],
  price: ['price_1', 23],
  tax_rate: ['txr_1', 23],
  coupon: ['', 8],
  discount: ['di_1', 23],
  payment_method: ['pm_1', 23],
  payment_intent: ['pi_3', 23],
  setup_intent: ['seti_1', 23],
  charge: ['ch_3', 23],
  refund: ['re_3', 23],
  'checkout.session': ['cs_test_a1', 56],
  subscription: ['sub_1', 23],
  subscription_schedule: ['sub_sched_1', 23],
  invoice: ['in_1', 23],
  invoiceitem: ['ii_1', 23],
  invoice_payment: ['inpay_1', 23],
  credit_note: ['cn_1', 23],
  customer_balance_transaction: ['cbtxn_1', 23],
  webhook_endpoint: ['we_1', 23],
  'test_helpers.test_clock': ['clock_1', 23],
}

/** A new id, shaped like Stripe's. */
export const newId = (kind: PublicKind): string => {
  const [prefix, length] = PREFIXES[kind]
  return prefix + randomName(length)
}
