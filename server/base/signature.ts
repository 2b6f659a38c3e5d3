import { createHmac, timingSafeEqual } from 'node:crypto'

/** What only who has the key can say about a text. */
export const signatureOf = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** Whether a signature is the one of this text; takes as long for a wrong one. */
export const isSignatureOf = (given: string, text: string, key: string): boolean => {
  const [brought, right] = [Buffer.from(given), Buffer.from(signatureOf(text, key))]
  return brought.length === right.length && timingSafeEqual(brought, right)
}
