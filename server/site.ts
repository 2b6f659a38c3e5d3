import { existsSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { SettingsError } from './env.ts'

/** What the site gets while it renders a page: the API in the same process, and its address. */
export interface SiteLocals {
  api(path: string, init?: RequestInit): Promise<Response>
  /** The buyer id: the same for one order in one browser, and no one else can compute it. */
  buyer(intention: string): Promise<string>
  origin: string
  sandbox: boolean
  analytics: string | null
  securityContact: string | null
  formOrigins: string[]
  paymentOrigins: string[]
}

/** Answers with a page, or calls `next` for an unknown path. */
export type Site = (request: IncomingMessage, response: ServerResponse, locals: SiteLocals) => void

/** Built files: whether a path is one, and the handler that serves it. */
export interface Files {
  has(path: string): boolean
  fetch(request: Request): Response | Promise<Response>
}

const dist = join(import.meta.dirname, '..', 'dist')

/** The built pages. */
export const builtSite = async (): Promise<Site> => {
  const entry = join(dist, 'site', 'server', 'entry.mjs')
  if (!existsSync(entry)) throw new SettingsError('The site is not built yet: run `npm run build`.')
  const { handler } = await import(pathToFileURL(entry).href)
  return (request, response, locals) => handler(request, response, undefined, locals)
}

/** Files of the site and the widgets, compressed when they were built; hashed names never change. */
export const builtFiles = (): Files => {
  const site = join(dist, 'site', 'client')
  const names = existsSync(site) ? readdirSync(site, { recursive: true, encoding: 'utf8' }) : []
  const known = new Set(names.filter((name) => name.includes('.')).map((name) => `/${name}`))
  const app = new Hono()
    .use('/widgets/*', headers(widgetHeaders), serveStatic({ root: dist, precompressed: true }))
    .use('/examples/*', headers(exampleHeaders), serveStatic({ root: dist, precompressed: true }))
    .use('/*', headers(siteHeaders), serveStatic({ root: site, precompressed: true }))
  return { has: (path) => /^\/(widgets|examples)\//.test(path) || known.has(path), fetch: app.fetch }
}

const forEver = 'public, max-age=31536000, immutable'

/** Sets the headers of existing files; any other path gets a 404 without caching. */
const headers =
  (of: (path: string) => Record<string, string>): MiddlewareHandler =>
  async (c, next) => {
    // A header that is not exactly one range of bytes means the whole file (RFC 9110, 14.2).
    if (!/^bytes=(\d+-\d*|-\d+)$/.test(c.req.header('Range') ?? '')) c.req.raw.headers.delete('Range')
    await next()
    const found = c.res.ok || c.res.status === 304
    const given = {
      'X-Content-Type-Options': 'nosniff',
      ...of(c.req.path),
      ...(!found && { 'Cache-Control': 'no-store' }),
    }
    for (const [name, value] of Object.entries(given)) c.res.headers.set(name, value)
  }

const siteHeaders = (path: string) => ({
  'Cache-Control': path.startsWith('/_astro/') ? forEver : 'public, max-age=3600',
})

const exampleHeaders = () => ({ 'Cache-Control': 'public, max-age=0, must-revalidate' })

/** Any page of any origin may load the widgets; files with a hash or a version in their path never change. */
const widgetHeaders = (path: string) => {
  const isFixed = /-[A-Z0-9]{8}\.js$/.test(path) || /^\/widgets\/\d+\.\d+\.\d+\//.test(path)
  return {
    'Cache-Control': isFixed ? forEver : 'public, max-age=300, must-revalidate',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}
