/** Sends requests over keep-alive connections, a given number at a time. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Sent {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export const closeConnections = () => agent.destroy()

export const once = (port: number, { path, method = 'GET', headers = {}, body }: Sent): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject).end(body)
  })

/** Sends all requests, `width` at a time; returns how many per second were answered 200. Another answer is an error. */
export const rate = async (port: number, all: Sent[], width = 32): Promise<number> => {
  const startedAt = performance.now()
  let next = 0
  const worker = async () => {
    for (let sent = all[next++]; sent; sent = all[next++]) {
      const { status, body } = await once(port, sent)
      if (status !== 200) throw new Error(`${sent.path} answered ${status}: ${body}`)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return (all.length / (performance.now() - startedAt)) * 1000
}
