import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sirv from 'sirv'
import { SettingsError } from './env.ts'

/** What the site is lent while it renders a page: the API in the same process, and where it is. */
export interface SiteLocals {
  api(path: string, init?: RequestInit): Promise<Response>
  origin: string
  sandbox: boolean
  formOrigins: string[]
}

/** Answers with a page, or calls `next` for what it has not. */
export type Site = (request: IncomingMessage, response: ServerResponse, locals: SiteLocals) => void

export type StaticFiles = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const dist = join(import.meta.dirname, '..', 'dist')

/** The pages as built. */
export const builtSite = async (): Promise<Site> => {
  const entry = join(dist, 'site', 'server', 'entry.mjs')
  if (!existsSync(entry)) throw new SettingsError('The site is not built yet: run `npm run build`.')
  const { handler } = await import(pathToFileURL(entry).href)
  return (request, response, locals) => handler(request, response, undefined, locals)
}

/** Files of the site and the widgets, compressed when they were built; hashed names never change. */
export const builtFiles = (): StaticFiles => {
  const options = { brotli: true, gzip: true, etag: true }
  const site = sirv(join(dist, 'site', 'client'), { ...options, setHeaders: siteHeaders })
  const widgets = sirv(join(dist, 'widgets'), { ...options, setHeaders: widgetHeaders })
  return (request, response, next) => {
    if (!request.url!.startsWith('/widgets/')) return site(request, response, next)
    const inner = Object.assign(Object.create(request), { url: request.url!.slice('/widgets'.length) })
    widgets(inner, response, next)
  }
}

const forEver = 'public, max-age=31536000, immutable'

const siteHeaders = (response: ServerResponse, path: string) => {
  response.setHeader('Cache-Control', path.startsWith('/_astro/') ? forEver : 'public, max-age=3600')
  response.setHeader('X-Content-Type-Options', 'nosniff')
}

/** Any page of any origin may load the widgets; what has a hash or a version in its path never changes. */
const widgetHeaders = (response: ServerResponse, path: string) => {
  const isFixed = /-[A-Z0-9]{8}\.js$/.test(path) || /^\/\d+\.\d+\.\d+\//.test(path)
  response.setHeader('Cache-Control', isFixed ? forEver : 'public, max-age=300, must-revalidate')
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
}
