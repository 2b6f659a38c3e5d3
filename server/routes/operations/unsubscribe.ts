import { type Context, Hono } from 'hono'
import {
  readUnsubscribing,
  type Unsubscribing,
  unsubscribe,
} from '../../actions/notifications/unsubscribe.ts'
import type { Deps } from '../../deps.ts'
import { pagePolicy, unsubscribePage } from '../../http/answers/unsubscribe-page.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { countFailure } from '../../http/limits/rate-limit.ts'

/**
 * The page of a mail's unsubscribe link, and the address that mail programs post to by themselves (RFC 8058).
 * No one signs in.
 */
export const unsubscribing = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/:token', async (c) => {
      const token = c.req.param('token')
      return answer(c, await countFailure(deps, c, 'link', () => readUnsubscribing(deps, token)))
    })
    .post('/:token', async (c) => {
      const { notices } = await c.req.parseBody().catch(() => ({ notices: undefined }))
      const token = c.req.param('token')
      return answer(c, await countFailure(deps, c, 'link', () => unsubscribe(deps, token, notices === 'on')))
    })

const answer = (c: Context<AppEnv>, state: Unsubscribing) => {
  c.header('Content-Security-Policy', pagePolicy)
  c.header('Cache-Control', 'no-store')
  return c.html(unsubscribePage(state))
}
