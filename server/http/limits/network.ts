import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/** The address that a request comes from; null: this process itself. */
export const addressOf = (
  incoming: IncomingMessage | undefined,
  forwardedFor: string | undefined,
  trustProxy: boolean,
): string | null => {
  // Our own proxy added the last address; the sender can forge those before it.
  const forwarded = trustProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return forwarded || incoming?.socket?.remoteAddress || null
}

/** The network of one internet connection: an IPv4 address, or the 64-bit prefix of an IPv6 address. */
export const networkOf = (address: string): string => {
  const plain = withoutPort(address).split('%')[0]!.toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped) return mapped
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain
}

const withoutPort = (address: string): string => {
  const inBrackets = /^\[([^\]]+)\]/.exec(address)?.[1]
  if (inBrackets) return inBrackets
  const [host, port, ...more] = address.split(':')
  return port !== undefined && more.length === 0 && isIPv4(host!) ? host! : address
}

/** The eight groups of an IPv6 address, without leading zeros; the last two may be written as IPv4. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const split = (part: string) => part.split(':').filter(Boolean)
  const [before, after] = [split(head), split(tail ?? '')]
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const all = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return all.map((group) => group.replace(/^0+(?=.)/, ''))
}

const incomingOf = (c: Context): IncomingMessage | undefined =>
  (c.env as { incoming?: IncomingMessage } | undefined)?.incoming

/**
 * The network that a request comes from; null: this process itself. A request that a page makes belongs to its
 * visitor's network.
 */
export const networkOfCaller = (c: Context, trustProxy: boolean): string | null => {
  const incoming = incomingOf(c)
  const forwarded = c.req.header('X-Forwarded-For') ?? incoming?.headers['x-forwarded-for']?.toString()
  const address = addressOf(incoming, forwarded, trustProxy)
  return address && networkOf(address)
}
