import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

const AGENTS = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }
const TIMEOUT_MS = 20_000

/**
 * Sends a body and returns whether it was accepted (2xx). The connection is kept open, which makes long clock advances
 * fast.
 */
export const post = (address: string, body: string, headers: Record<string, string>): Promise<boolean> =>
  new Promise((resolve) => {
    const url = new URL(address)
    const secure = url.protocol === 'https:'
    const options = {
      method: 'POST',
      agent: AGENTS[secure ? 'https:' : 'http:'],
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      timeout: TIMEOUT_MS,
    }
    const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      const { statusCode = 500 } = response
      response.resume()
      response.once('end', () => resolve(statusCode >= 200 && statusCode < 300))
      response.once('error', () => resolve(false))
    })
    request.once('timeout', () => request.destroy())
    // The other side may have closed a kept connection just now: that is not an answer, so it is sent again.
    request.once('error', () => resolve(request.reusedSocket ? post(address, body, headers) : false))
    request.end(body)
  })
