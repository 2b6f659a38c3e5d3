import * as z from 'zod/mini'
import { Money } from './money.ts'

export const InvoiceLine = z.object({ description: z.string(), amount: Money })
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const Invoice = z.object({
  id: z.string(),
  number: z.nullable(z.string()),
  at: z.iso.datetime(),
  status: z.enum(['draft', 'open', 'paid', 'void', 'uncollectible']),
  total: Money,
  amountPaid: Money,
  /** The part that the customer's credit paid. */
  balanceUsed: Money,
  lines: z.array(InvoiceLine),
  pdfUrl: z.nullable(z.string()),
})
export type Invoice = z.infer<typeof Invoice>

/** A page of invoices, newest first; `nextCursor` requests the following page. */
export const InvoiceList = z.object({ invoices: z.array(Invoice), nextCursor: z.nullable(z.string()) })
export type InvoiceList = z.infer<typeof InvoiceList>
