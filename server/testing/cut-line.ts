import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * When the connection breaks: at the call with this number and all later ones, before they arrive or after they
 * were answered.
 */
export interface Cut {
  at: number
  when: 'before' | 'after'
}

/**
 * A connection to a server that can be cut at any call: that call's answer is lost, and later calls fail, as
 * when the calling process crashes there.
 */
export const cutLine = async (to: string) => {
  let cut: Cut | null = null
  let calls = 0
  const server = createServer((incoming, outgoing) => {
    calls++
    const isCut = cut !== null && calls >= cut.at
    if (isCut && (cut!.when === 'before' || calls > cut!.at)) {
      incoming.socket.destroy()
      return
    }
    const forwarded = request(
      new URL(incoming.url!, to),
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(to).host } },
      (answer) => {
        if (isCut) {
          answer.resume()
          answer.on('end', () => incoming.socket.destroy())
          return
        }
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      },
    )
    forwarded.on('error', () => incoming.socket.destroy())
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Counts from the next call on; null: the connection is not cut. */
    cut: (next: Cut | null) => {
      cut = next
      calls = 0
    },
    calls: () => calls,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
