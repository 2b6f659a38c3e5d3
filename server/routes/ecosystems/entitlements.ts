import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { namesEtag } from '#contract/etag'
import { readEntitlements } from '../../actions/entitlements/read.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'

/**
 * The entitlements that the ecosystem's own backend checks: a small answer with an ETag, so that an unchanged
 * one is a 304.
 */
export const entitlements = (deps: Deps) =>
  new Hono<AppEnv>().get('/', async (c) => {
    const body = JSON.stringify(await readEntitlements(deps, c.var.ecosystem, c.var.locale))
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, max-age=15')
    c.header('Vary', 'Authorization', { append: true })
    if (namesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304)
    return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })
