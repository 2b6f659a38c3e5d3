import { createHmac } from 'node:crypto'

/** The `Stripe-Signature` header, in real time, because receivers compare it with their own clock. */
export const sign = (body: string, secret: string, at = Math.floor(Date.now() / 1000)): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
