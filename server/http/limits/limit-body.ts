import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../../base/billing-error.ts'

const tooLarge = () => new BillingError('too-large')

/** Reads a body of unknown length; throws `too-large` as soon as it is too long. */
const readUpTo = async (body: ReadableStream<Uint8Array>, maxSize: number): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxSize) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Refuses bodies over `maxSize` bytes: by their announced length, else while reading them. */
export const limitBody =
  (maxSize: number): MiddlewareHandler =>
  async (c, next) => {
    const { method, url, headers, body } = c.req.raw
    const announced = headers.get('Content-Length')
    if (Number(announced) > maxSize) throw tooLarge()
    if (body && (announced === null || headers.has('Transfer-Encoding'))) {
      const read = await readUpTo(body, maxSize)
      // Built again from its parts, because the platform's `Request` constructor does not accept the HTTP
      // server's request object.
      c.req.raw = new Request(url, { method, headers, ...(read.length && { body: read }) })
    }
    await next()
  }
