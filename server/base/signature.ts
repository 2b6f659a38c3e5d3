import { createHmac, timingSafeEqual } from 'node:crypto'

/** The signature of a text, which only a holder of the key can compute. */
export const signatureOf = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** Whether a signature belongs to a text; takes the same time for a wrong one. */
export const isSignatureOf = (given: string, text: string, key: string): boolean => {
  const [brought, right] = [Buffer.from(given), Buffer.from(signatureOf(text, key))]
  return brought.length === right.length && timingSafeEqual(brought, right)
}
