import { createHash } from 'node:crypto'

/**
 * Who buys, without a cookie: the same email and company in the same catalogue are one intention,
 * so that a second tab or a reloaded form closes the first payment page instead of opening another.
 */
export const buyerOf = (catalogue: string, { email = '', company = '' }: Record<string, string>): string => {
  const intention = JSON.stringify([catalogue, email.toLowerCase(), company.toLowerCase()])
  const hex = createHash('sha256').update(intention).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
