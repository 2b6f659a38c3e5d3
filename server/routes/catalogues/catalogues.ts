import { Hono } from 'hono'
import { namesEtag } from '#contract/etag'
import { languageOf } from '#contract/language'
import { Currency } from '#contract/money'
import { Slug } from '#contract/plan'
import { listPlans } from '../../actions/catalogue/list-plans.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { inputMessage } from '../../words/input.ts'

/** `GET /v1/catalogues/{catalogue}/plans`: the public plans, with a strong validator. */
export const catalogues = (deps: Deps) =>
  new Hono<AppEnv>().get('/:catalogue/plans', async (c) => {
    const catalogue = c.req.param('catalogue')
    const asked = c.req.query('locale')
    if (asked) c.set('locale', languageOf(asked))
    const locale = c.get('locale')
    if (!Slug.safeParse(catalogue).success) throw new BillingError('not-found')
    const { body, etag } = await listPlans(deps, {
      catalogue,
      currency: currencyFrom(c.req.query('currency'), locale),
      locale,
    })
    c.header('ETag', etag)
    c.header('Cache-Control', 'public, max-age=0, must-revalidate')
    if (namesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304)
    return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })

const currencyFrom = (given: string | undefined, locale: 'es-MX' | 'en'): Currency | undefined => {
  if (given === undefined) return undefined
  const parsed = Currency.safeParse(given.toUpperCase())
  if (parsed.success) return parsed.data
  const message = inputMessage({ code: 'invalid_value', values: Currency.options, input: given }, locale)
  throw new BillingError('invalid-input', {}, [{ path: 'currency', message }])
}
