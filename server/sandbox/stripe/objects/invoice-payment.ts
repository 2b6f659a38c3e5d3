import { type Page, paginate, type Range, within } from '../http/list.ts'
import { type Routes, route } from '../http/route.ts'

type List = Page & {
  created?: Range
  invoice?: string
  status?: string
  payment?: { payment_intent?: string; type: string }
}

export const invoicePaymentRoutes: Routes = {
  'GET /v1/invoice_payments/:id': route((draft, _params, id) => draft.need('invoice_payment', id)),
  'GET /v1/invoice_payments': route<List>((draft, params) =>
    paginate(
      (params.invoice
        ? draft.where('invoice_payment', 'invoice', params.invoice)
        : params.payment?.payment_intent
          ? draft.where('invoice_payment', 'payment_intent', params.payment.payment_intent)
          : draft.all('invoice_payment')
      )
        .filter((each) => !params.status || each.status === params.status)
        .filter(
          (each) =>
            !params.payment?.payment_intent || each.payment.payment_intent === params.payment.payment_intent,
        )
        .filter((each) => within(each.created, params.created))
        .reverse(),
      params,
      '/v1/invoice_payments',
    ),
  ),
}
