import type { ServerResponse } from 'node:http'

/**
 * Whether a caller names the answer with this validator (`If-None-Match`, `If-Match`). What was compressed on its way
 * carries ours as a weak one; it still names the same answer.
 */
export const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false

/** The validator of an encoded answer: a strong one promises the same bytes, which another encoding has not (RFC 9110, 8.8.1). */
export const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`)

/** Makes the validator of an answer weak when it goes out encoded. Called before what may encode it. */
export const weakenWhenEncoded = (response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = (...given: unknown[]) => {
    const etag = response.getHeader('etag')
    if (typeof etag === 'string' && response.hasHeader('content-encoding'))
      response.setHeader('etag', weak(etag))
    return writeHead(...given)
  }
}
