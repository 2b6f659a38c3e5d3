import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../../base/billing-error.ts'

const tooLarge = () => new BillingError('too-large')

/** The whole of a body that did not say how long it is; throws `too-large` as soon as it is. */
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

/** Refuses bodies over `maxSize` bytes: by the length they announce, else by what arrives. */
export const limitBody =
  (maxSize: number): MiddlewareHandler =>
  async (c, next) => {
    const { method, url, headers, body } = c.req.raw
    const announced = headers.get('Content-Length')
    if (Number(announced) > maxSize) throw tooLarge()
    if (body && (announced === null || headers.has('Transfer-Encoding'))) {
      const read = await readUpTo(body, maxSize)
      // Made anew from its parts: a request that came over HTTP is none that the platform's constructor takes.
      c.req.raw = new Request(url, { method, headers, ...(read.length && { body: read }) })
    }
    await next()
  }
