import type { Engine } from '../engine.ts'
import type { ApiAnswer, ApiRequest } from '../http/api.ts'
import { stripeJs } from '../stripe-js/bundle.ts'
import { answerStripeJs } from '../stripe-js/calls.ts'
import { checkoutPage } from './checkout-pages.ts'
import { invoicePage } from './invoice-page.ts'
import { script, style } from './style.ts'

/** Answers browsers: checkout pages, invoices, and their assets. */
export const answerPage = (engine: Engine, request: ApiRequest): ApiAnswer => {
  const { path } = request
  if (path === '/pages/style.css') return file('text/css', style)
  if (path === '/pages/script.js') return file('text/javascript', script)
  if (path === '/v3/' || path === '/v3' || path === '/stripe.js') return file('text/javascript', stripeJs())
  if (path.startsWith('/js/')) return answerStripeJs(engine, request)
  if (path.startsWith('/c/pay/'))
    return engine.transact((draft) => checkoutPage(draft, request, engine.locale))
  if (path.startsWith('/i/')) return engine.transact((draft) => invoicePage(draft, request, engine.locale))
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found\n' }
}

const file = (type: string, body: string): ApiAnswer => ({
  status: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  },
  body,
})
