import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { namesEtag } from '#contract/etag'
import type { Clock } from '../../base/clock.ts'
import { localeFrom } from '../locale.ts'
import { weak } from './etag.ts'

/** A ready answer in its encoded form, valid until a moment. */
interface Prepared {
  etag: string
  headers: OutgoingHttpHeaders
  body: Buffer
  until: number
}

/** A newly published price is on every page after this time; until then the database is not queried again. */
const freshForMs = 1_000
/** The number of possible queries is unlimited: the cache evicts the least recently used answers. */
const keepsAtMost = 200

const plansPath = /^\/v1\/catalogues\/[^/?]+\/plans(\?|$)/

/** Whether a request is `GET …/plans`. */
export const asksForPlans = ({ method, url }: IncomingMessage): boolean =>
  method === 'GET' && plansPath.test(url!)

/**
 * Answers `GET …/plans`, by far the most frequent request, from a recent answer: without routing, database or
 * compression. A missing answer is requested from `app` once and stored. False: it is another kind of request.
 */
export const plansCache = (
  app: { request(path: string, init: RequestInit): Response | Promise<Response> },
  clock: Clock,
) => {
  const kept = new Map<string, Prepared>()

  const prepare = async (url: string, language: string, encoding: Encoding): Promise<Prepared | Response> => {
    const asked = clock.now().getTime()
    const answer = await app.request(url, { headers: { 'Accept-Language': language } })
    if (!answer.ok) return answer
    const headers: OutgoingHttpHeaders = Object.fromEntries(answer.headers)
    delete headers['x-request-id']
    const body = compress[encoding](Buffer.from(await answer.arrayBuffer()))
    if (encoding !== 'identity') headers['content-encoding'] = encoding
    headers.vary = 'Accept-Language, Accept-Encoding'
    headers['content-length'] = body.length
    const etag = String(headers.etag)
    if (encoding !== 'identity') headers.etag = weak(etag)
    return { etag, headers, body, until: asked + freshForMs }
  }

  const keep = (key: string, prepared: Prepared) => {
    kept.delete(key)
    kept.set(key, prepared)
    if (kept.size > keepsAtMost) kept.delete(kept.keys().next().value!)
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!asksForPlans(request)) return false
    const url = request.url!
    const language = localeFrom(request.headers['accept-language'])
    const encoding = encodingFor(request)
    const key = `${encoding} ${language} ${url}`
    const known = kept.get(key)
    if (known && known.until > clock.now().getTime()) {
      send(request, response, known)
      return true
    }
    prepare(url, language, encoding)
      .then(async (prepared) => {
        if (prepared instanceof Response) return pass(response, prepared)
        keep(key, prepared)
        send(request, response, prepared)
      })
      .catch(() => response.headersSent || response.writeHead(500).end())
    return true
  }
}

type Encoding = 'br' | 'gzip' | 'identity'

const compress: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
  identity: (body) => body,
}

const encodingFor = ({ headers }: IncomingMessage): Encoding => {
  const accepted = String(headers['accept-encoding'] ?? '')
  if (/\bbr\b(?!;q=0)/.test(accepted)) return 'br'
  return /\bgzip\b(?!;q=0)/.test(accepted) ? 'gzip' : 'identity'
}

const send = (request: IncomingMessage, response: ServerResponse, { etag, headers, body }: Prepared) => {
  response.setHeader('x-request-id', randomUUID())
  if (!namesEtag(request.headers['if-none-match'], etag)) return response.writeHead(200, headers).end(body)
  const { 'content-length': _, 'content-encoding': __, 'content-type': ___, ...rest } = headers
  return response.writeHead(304, rest).end()
}

const pass = async (response: ServerResponse, answer: Response) => {
  response
    .writeHead(answer.status, Object.fromEntries(answer.headers))
    .end(Buffer.from(await answer.arrayBuffer()))
}
