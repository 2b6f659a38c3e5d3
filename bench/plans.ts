/**
 * `GET …/plans` compared with a bare `node:http` that sends the same bytes and headers; each in a process of its own.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median.ts'
import { openResults } from './results.ts'

const path = '/v1/catalogues/erp/plans?currency=MXN&locale=es-MX'
const asked = { 'Accept-Encoding': 'br' }

/** The product's server, or the bare one with a fixed response. */
const serve = async (role: string): Promise<void> => {
  if (role === 'product') {
    const { start } = await import('../server/startup/start.ts')
    const { builtFiles, builtSite } = await import('../server/site.ts')
    const { readEnv } = await import('../server/env.ts')
    const env = readEnv({
      PORT: '0',
      DATA_DIR: process.argv[3]!,
      LOG_LEVEL: 'silent',
      // Rate limits are lifted, because a bench sends more requests than a person.
      RATE_LIMIT_PER_MINUTE: '100000000',
    })
    const { port } = await start(env, { site: await builtSite(), files: builtFiles() })
    process.send!(port)
    return
  }
  process.once('message', ({ headers, body }: { headers: Record<string, string>; body: string }) => {
    const bytes = Buffer.from(body, 'base64')
    const server = createServer((request, response) => {
      if (request.headers['if-none-match'] === headers.etag) response.writeHead(304, headers).end()
      else response.writeHead(200, headers).end(bytes)
    })
    server.listen(0, () => process.send!((server.address() as { port: number }).port))
  })
}

const begin = (role: string, ...args: string[]) => {
  const child = fork(import.meta.filename, [role, ...args])
  const port = new Promise<number>((resolve) => child.once('message', (sent) => resolve(sent as number)))
  return { child, port }
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

const once = (port: number, headers: Record<string, string>) =>
  new Promise<{ headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    get({ port, path, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ headers: response.headers as Record<string, string>, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })

/** Requests per second, 32 at a time. */
const rate = async (port: number, headers: Record<string, string>, requests = 3_000): Promise<number> => {
  const startedAt = performance.now()
  let left = requests
  const worker = async () => {
    while (left-- > 0) await once(port, headers)
  }
  await Promise.all(Array.from({ length: 32 }, worker))
  return (requests / (performance.now() - startedAt)) * 1000
}

const measure = async (): Promise<void> => {
  const { tell, keep } = openResults('plans')
  const directory = mkdtempSync(join(tmpdir(), 'waizant-bench-'))
  const product = begin('product', directory)
  const ports = { product: await product.port, bare: 0 }
  const { headers, body } = await once(ports.product, asked)
  const { date: _, connection: __, 'keep-alive': ___, ...same } = headers
  const bare = begin('bare')
  bare.child.send({ headers: same, body: body.toString('base64') })
  ports.bare = await bare.port
  const cases = { '200': asked, '304': { ...asked, 'If-None-Match': headers.etag! } }
  for (const [status, sent] of Object.entries(cases)) {
    const ratios: number[] = []
    for (let round = 0; round < 7; round++) {
      const [one, other] = [await rate(ports.product, sent), await rate(ports.bare, sent)]
      if (round > 1) ratios.push(one / other)
    }
    const least = status === '200' ? 0.85 : 0.8
    tell(`GET …/plans, ${status}, beside bare node:http`, median(ratios), 'ratio', { least })
  }
  keep()
  product.child.kill('SIGKILL')
  bare.child.kill('SIGKILL')
  agent.destroy()
  rmSync(directory, { recursive: true, force: true })
}

const role = process.argv[2]
if (role) await serve(role)
else await measure()
