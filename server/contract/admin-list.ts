import * as z from 'zod/mini'
import { EcosystemStatus } from './billing.ts'
import { Locale } from './locale.ts'
import { Currency, Interval, Money } from './money.ts'
import { Slug } from './plan.ts'

/*
 * The lists of the back office: `?search=` searches names, addresses and ids, `?page=` counts from 1. Each list
 * is also available as a complete spreadsheet, under the same path with `.xlsx` and with the same `search`.
 */

const page = {
  page: z.int(),
  pages: z.int(),
  /** The number of rows on all pages. */
  total: z.int(),
}

/** A customer that pays or has paid. */
export const AdminCustomer = z.object({
  ecosystem: Slug,
  company: z.string(),
  email: z.string(),
  catalogue: Slug,
  /** The provider's id of the customer. */
  providerId: z.string(),
  currency: Currency,
  status: EcosystemStatus,
  plan: Slug,
  planName: z.string(),
  planVersion: z.int(),
  interval: z.nullable(Interval),
  /** Bought beyond the included ones. */
  licences: z.int(),
  nextPayment: z.nullable(z.object({ date: z.iso.datetime(), amount: Money })),
  /** Paid so far, in this currency. */
  paid: Money,
  since: z.iso.datetime(),
})
export type AdminCustomer = z.infer<typeof AdminCustomer>

/** `GET /v1/admin/customers`, newest first. */
export const CustomerList = z.object({ ...page, customers: z.array(AdminCustomer) })
export type CustomerList = z.infer<typeof CustomerList>

export const AdminEcosystem = z.object({
  id: Slug,
  company: z.string(),
  email: z.string(),
  catalogue: Slug,
  status: EcosystemStatus,
  plan: Slug,
  planName: z.string(),
  planVersion: z.int(),
  currency: Currency,
  locale: Locale,
  /** Its own database: `waizant_tickets_100001`. */
  database: z.string(),
  trialEndsAt: z.nullable(z.iso.datetime()),
  createdAt: z.iso.datetime(),
  provisioned: z.boolean(),
})
export type AdminEcosystem = z.infer<typeof AdminEcosystem>

/** `GET /v1/admin/ecosystems`, newest first. */
export const EcosystemList = z.object({ ...page, ecosystems: z.array(AdminEcosystem) })
export type EcosystemList = z.infer<typeof EcosystemList>

export const AdminLead = z.object({
  id: z.string(),
  catalogue: Slug,
  plan: Slug,
  name: z.string(),
  company: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  message: z.nullable(z.string()),
  locale: Locale,
  at: z.iso.datetime(),
})
export type AdminLead = z.infer<typeof AdminLead>

/** `GET /v1/admin/leads`, newest first. */
export const LeadList = z.object({ ...page, leads: z.array(AdminLead) })
export type LeadList = z.infer<typeof LeadList>
