import type { InvoiceList } from '#contract/invoice'
import { ofEcosystem } from './of-ecosystem.ts'
import type { RemoteStore } from './remote.ts'

/** The newest invoices of the connected ecosystem; undefined while nobody is connected. */
export const invoicesOf = (api: string, locale: string): RemoteStore<InvoiceList> | undefined =>
  ofEcosystem<InvoiceList>('invoices', api, locale)
