import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mortal } from './mortal.ts'

/** Called with every answer to a request with an idempotency key. */
export type Heard = (key: string, answer: string) => void

/**
 * One process's connection to the provider: at a crash a request may not have been sent, or its answer may be
 * lost.
 */
export const openWire = async (provider: string, mortal: Mortal, heard: Heard) => {
  const { port } = new URL(provider)
  const agent = new Agent({ keepAlive: true })
  const server = createServer((request, response) => {
    const isWrite = request.method !== 'GET' && !request.url?.includes('create_preview')
    const hangUp = () => request.socket.destroy()
    const moment = () => {
      try {
        if (isWrite) mortal.moment()
        else mortal.mustLive()
        return true
      } catch {
        hangUp()
        return false
      }
    }
    if (!moment()) return
    const { method, url: path, headers } = request
    const onward = send({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => {
        const body = Buffer.concat(chunks)
        const key = headers['idempotency-key']
        if (typeof key === 'string') heard(key, body.toString())
        if (!moment()) return
        response.writeHead(answer.statusCode!, answer.headers)
        response.end(body)
      })
    })
    onward.once('error', hangUp)
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      agent.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
