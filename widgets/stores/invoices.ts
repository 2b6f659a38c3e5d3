import type { InvoiceList } from '#contract/invoice'
import { ofEcosystem } from './ecosystem-resource.ts'
import type { RemoteStore } from './resource.ts'

/** The newest invoices of the connected ecosystem; undefined while no customer is connected. */
export const invoicesOf = (api: string, locale: string): RemoteStore<InvoiceList> | undefined =>
  ofEcosystem<InvoiceList>('invoices', api, locale)
