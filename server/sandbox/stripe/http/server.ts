import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Engine } from '../engine.ts'
import { type Faults, takeFault } from '../faults.ts'
import { answerPage } from '../pages/index.ts'
import { type ApiAnswer, answerApi } from './api.ts'
import { failure } from './failure.ts'

const MAX_BODY_BYTES = 1_000_000

/** The sandbox's HTTP server: the REST API under `/v1/`, and the pages for browsers. */
export const startServer = (engine: Engine, faults: Faults, port: number, host: string): Promise<Server> => {
  const server = createServer((request, response) => {
    handle(engine, faults, request, response).catch((error: unknown) => {
      console.error('The Stripe sandbox failed:', error)
      if (!response.headersSent) send(response, failure(500))
      else response.destroy()
    })
  })
  server.keepAliveTimeout = 5_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

const handle = async (engine: Engine, faults: Faults, request: IncomingMessage, response: ServerResponse) => {
  const body = await read(request)
  if (body === null) return send(response, failure(413))
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const call = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    body,
    headers: request.headers,
  }
  if (!url.pathname.startsWith('/v1/')) return send(response, answerPage(engine, call))
  const fault = takeFault(faults, url.pathname)
  if (fault === 'timeout-after-success') {
    answerApi(engine, call)
    request.socket.destroy()
    return
  }
  send(response, fault === null ? answerApi(engine, call) : failure(fault))
}

const read = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const send = (response: ServerResponse, { status, headers, body }: ApiAnswer): void => {
  response.writeHead(status, headers)
  response.end(body)
}
