import type { Reader } from './store.ts'

/** The address at which a browser reaches the sandbox; links follow it when the port changes over a restart. */
export const baseUrlOf = (reader: Reader): string =>
  reader.find('internal.account', 'acct')?.url ?? 'http://localhost'

/** The pages that show an invoice to its customer. */
export const invoiceLinks = (reader: Reader, id: string) => ({
  hosted_invoice_url: `${baseUrlOf(reader)}/i/${id}`,
  invoice_pdf: `${baseUrlOf(reader)}/i/${id}/pdf`,
})
