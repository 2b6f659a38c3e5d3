import type { ServerResponse } from 'node:http'

/**
 * The validator of an encoded answer. A strong one promises the same bytes, and another encoding has different
 * ones (RFC 9110, 8.8.1).
 */
export const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`)

/**
 * Makes an answer's validator weak when the answer is sent encoded. Must be called before the middleware that
 * encodes.
 */
export const weakenWhenEncoded = (response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = (...given: unknown[]) => {
    const etag = response.getHeader('etag')
    if (typeof etag === 'string' && response.hasHeader('content-encoding'))
      response.setHeader('etag', weak(etag))
    return writeHead(...given)
  }
}
