import { Hono } from 'hono'
import { type InvoicePayment, InvoicePaymentRequest } from '#contract/invoice-payment'
import { listInvoices } from '../../actions/invoices/list.ts'
import { payInvoice } from '../../actions/invoices/pay.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { optionalBody } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** An ecosystem's invoices, and the payment of an open one. */
export const invoices = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/', async (c) => {
      const { ecosystem, locale } = c.var
      return c.json(await listInvoices(deps, ecosystem, { cursor: c.req.query('cursor'), locale }))
    })
    .post('/:id/pay', mayBuy(deps), optionalBody(InvoicePaymentRequest), async (c) => {
      const key = idempotencyKey(c)
      const { ecosystem, body: request } = c.var
      const invoice = c.req.param('id')
      if (!/^\w{1,100}$/.test(invoice)) throw new BillingError('not-found')
      const scope = `pay-invoice:${ecosystem.id}`
      // Until the bank has answered, a repeated request may get another answer, so this one is not stored.
      const isFinal = (answer: unknown) => (answer as InvoicePayment).status === 'paid'
      return idempotentAnswer(
        c,
        deps,
        { scope, key, body: { invoice, ...request } },
        async () => ({ status: 200, body: await payInvoice(deps, ecosystem, { invoice, key, ...request }) }),
        isFinal,
      )
    })
