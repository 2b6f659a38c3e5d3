import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../base/billing-error.ts'
import { isStorable } from '../base/storable.ts'
import { inputMessage } from '../words/input.ts'
import type { AppEnv } from './app-env.ts'

/** Refuses addresses whose path or query is not valid text: a broken escape, U+0000, bytes that are not UTF-8. */
export const storableAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  const isText = (escaped: string) => {
    try {
      return isStorable(decodeURIComponent(escaped))
    } catch {
      return false
    }
  }
  const wrong = isText(pathname)
    ? search
        .slice(1)
        .split('&')
        .find((pair) => !isText(pair))
    : pathname
  if (wrong === undefined) return next()
  const path = wrong === pathname ? 'path' : /^\w{0,50}/.exec(wrong)![0]
  const message = inputMessage({ code: 'not_text' }, c.get('locale'))
  throw new BillingError('invalid-input', {}, [{ path, message }])
}
