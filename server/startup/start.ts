import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import compression from 'compression'
import { createApp } from '../app.ts'
import { BillingError } from '../base/billing-error.ts'
import { type Env, hostOf, SettingsError } from '../env.ts'
import { weakenWhenEncoded } from '../http/answers/etag.ts'
import { asksForPlans, plansCache } from '../http/answers/plans-cache.ts'
import { problemOf } from '../http/answers/problem.ts'
import { answerStarting } from '../http/answers/starting.ts'
import { visitorBuyer } from '../http/auth/visitor-buyer.ts'
import { floodLimit } from '../http/limits/flood.ts'
import { localeFrom } from '../http/locale.ts'
import { answerOtherMethod, nameStatus, pageAddress } from '../http/page-request.ts'
import type { Files, Site, SiteLocals } from '../site.ts'
import { type OpenDeps, openDeps, openStore } from './open-deps.ts'
import { fullDiskRefusal, listenRefusal } from './start-refusal.ts'

/** A running server, and how to close it. */
export interface Running extends OpenDeps {
  url: string
  port: number
  /** The address it listens on; undefined: all addresses of this machine. */
  host: string | undefined
}

export interface Pages {
  site: Site
  files: Files
}

/** Starts everything on one port: API, webhooks, widgets, site. */
export const start = (env: Env, pages: Pages): Promise<Running> =>
  open(env, pages).catch((error) => {
    throw error instanceof SettingsError
      ? error
      : (fullDiskRefusal(error, env.DATA_DIR, !env.DATABASE_URL) ?? error)
  })

const open = async (env: Env, pages: Pages): Promise<Running> => {
  const store = await openStore(env)
  let handle: Handler = notReady
  const server = createServer((request, response) => handle(request, response))
  const port = await listen(server, env).catch(async (error) => {
    await store.database.close()
    throw error
  })
  const opened = await openDeps(env, { ...store, port, wantsDemo: true }).catch(async (error) => {
    server.close()
    await store.database.close()
    throw error
  })
  const { starting } = opened.deps
  starting.isOver = false
  handle = dispatcher(opened, pages)
  await opened.sandbox?.begin(opened.deps)
  starting.isOver = true
  return {
    ...opened,
    url: opened.deps.settings.publicUrl,
    port,
    host: hostOf(env),
    close: () => close(server, opened),
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Until everything is open, all requests get a 503, health checks included. */
const notReady: Handler = (request, response) => {
  if (!answerStarting(request, response)) response.writeHead(503, { 'Retry-After': '2' }).end()
}

const listen = (server: Server, env: Env): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(listenRefusal(error, 'PORT', env.PORT) ?? error),
    )
    server.listen(env.PORT, hostOf(env), () => resolve((server.address() as AddressInfo).port))
  })

// The page `/sandbox` itself is the site's.
const ofTheApi = /^\/(v1\/(?!fragments\/)|webhooks\/|sandbox\/|healthz|readyz|metrics)/

/** The origins of Stripe.js, its frames and its requests (Stripe's own advice for a content security policy). */
const stripeOrigins = [
  'https://js.stripe.com',
  'https://*.js.stripe.com',
  'https://hooks.stripe.com',
  'https://api.stripe.com',
]

/** How long a browser uses only https after a visit, in seconds: a year. */
const hstsSeconds = 31_536_000

/**
 * Whether a request names a path of ours. `http://host/…` is for proxies, `*` is no path, and two leading
 * slashes would be read as another host.
 */
const isPath = (target: string): boolean => /^\/(?![/\\])/.test(target)

/** Whether a request names a host that can be one; what else stands there would be refused later, without a word. */
const isHost = (host = ''): boolean => /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)

/** The API first, then files, then pages. Answers other than precompressed files are compressed here. */
const dispatcher = ({ deps, sandbox }: OpenDeps, { site, files }: Pages): Handler => {
  const flood = floodLimit(deps.settings)
  const app = createApp(deps, sandbox?.routes(deps) ?? null, flood)
  const api = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const file = getRequestListener(files.fetch, { overrideGlobalObjects: false })
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void
  const localsOf = (request: IncomingMessage): SiteLocals => ({
    // The page makes the request for its visitor.
    api: async (path, init) => app.request(path, init, { incoming: request }),
    buyer: (intention) => visitorBuyer(deps, request, intention),
    origin: deps.settings.publicUrl,
    sandbox: deps.settings.config.sandbox,
    analytics: deps.settings.analyticsUrl,
    securityContact: deps.settings.securityContact,
    formOrigins: [sandbox?.stripe?.url ?? 'https://checkout.stripe.com'],
    paymentOrigins: sandbox?.stripe ? [sandbox.stripe.url] : stripeOrigins,
  })
  const plans = plansCache(app, deps.clock)
  const tooMany: Handler = (request, response) => {
    const locale = localeFrom(request.headers['accept-language'])
    const problem = problemOf(new BillingError('too-many-requests'), locale, deps.settings.publicUrl)
    response.writeHead(429, { 'Content-Type': 'application/problem+json; charset=utf-8' })
    response.end(JSON.stringify(problem))
  }
  // The examples sign in at the sandbox's identity provider: without it they are not available.
  const isFile = (path: string) => files.has(path) && (Boolean(sandbox) || !path.startsWith('/examples/'))
  const https = deps.settings.publicUrl.startsWith('https:')
  const onlyLocalHosts = new URL(deps.settings.publicUrl).host
  const badTarget = JSON.stringify(problemOf(new BillingError('bad-target'), 'en', deps.settings.publicUrl))
  return (request, response) => {
    // HTTP/1.0 knows no Host; some health checks of balancers still speak it. It can only mean this server.
    if (request.httpVersion === '1.0') request.headers.host ||= onlyLocalHosts
    if (https) response.setHeader('Strict-Transport-Security', `max-age=${hstsSeconds}`)
    if (!isPath(request.url!) || !isHost(request.headers.host)) {
      response.writeHead(400, { 'Content-Type': 'application/problem+json; charset=utf-8' }).end(badTarget)
      return
    }
    if (!deps.starting.isOver && answerStarting(request, response)) return
    weakenWhenEncoded(response)
    if (asksForPlans(request) && flood.lets(request, response) && plans(request, response)) return
    if (ofTheApi.test(request.url!)) return compress(request, response, () => void api(request, response))
    if (isFile(request.url!.split('?')[0]!)) return void file(request, response)
    if (!flood.lets(request, response)) return tooMany(request, response)
    if (answerOtherMethod(request, response)) return
    nameStatus(response)
    request.url = pageAddress(request.url!)
    compress(request, response, () => site(request, response, localsOf(request)))
  }
}

/** Stops taking requests, waits for those in progress, then closes the systems. */
const close = async (server: Server, open: OpenDeps): Promise<void> => {
  const ended = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
  server.closeAllConnections()
  await open.close()
}
