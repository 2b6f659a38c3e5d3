import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { signingKey } from '../../db/notifications/signing-key.ts'
import type { Deps } from '../../deps.ts'
import { addressOf, networkOf } from '../limits/network.ts'

/**
 * A buyer id for a form that is sent without script or cookie: the same browser on the same network with the
 * same order, so that a second tab or a reloaded form closes the first payment page. To know the order is not
 * enough to get this id.
 */
export const visitorBuyer = async (
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  request: IncomingMessage,
  intention: string,
): Promise<string> => {
  const { 'x-forwarded-for': forwarded, 'user-agent': browser = '' } = request.headers
  const network = networkOf(addressOf(request, forwarded?.toString(), settings.trustProxy) ?? '')
  const key = await signingKey(db, 'visitor-buyer')
  const hex = createHmac('sha256', key)
    .update(JSON.stringify([network, browser, intention]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
