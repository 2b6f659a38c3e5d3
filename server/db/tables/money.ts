import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CheckoutStatus } from '#contract/checkout'
import type { PurchaseStatus } from '#contract/encounters'
import type { Locale } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { UsageStatus } from '#contract/usage'
import type { MirroredLine } from '../../billing/invoices/line-text.ts'
import { planVersions } from './catalogue.ts'
import { instant, minorUnits, recordedAt } from './columns.ts'
import { ecosystems } from './ecosystems.ts'

/** A buyer's attempt to buy a plan. */
export const checkouts = pgTable(
  'checkouts',
  {
    id: text('id').primaryKey(),
    catalogue: text('catalogue').notNull(),
    version: text('version_id')
      .notNull()
      .references(() => planVersions.id),
    interval: text('interval').$type<Interval>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    licences: integer('licences').notNull(),
    email: text('email'),
    company: text('company'),
    locale: text('locale').$type<Locale>().notNull(),
    timeZone: text('time_zone').notNull().default('America/Mexico_City'),
    /** The buyer id of a browser, or the ecosystem that pays. One open checkout each. */
    buyer: text('buyer'),
    /** The ecosystem it activates, or the one it made. */
    ecosystem: text('ecosystem').references(() => ecosystems.id),
    status: text('status').$type<CheckoutStatus>().notNull(),
    providerId: text('provider_id').unique(),
    url: text('url'),
    successUrl: text('success_url').notNull(),
    cancelUrl: text('cancel_url').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Until then a request is opening its page; null: none is. */
    openingUntil: instant('opening_until'),
    /** When a waiting client last caused a read of it from the provider. */
    checkedAt: instant('checked_at'),
  },
  (table) => [
    uniqueIndex('checkouts_open')
      .on(table.catalogue, table.buyer)
      .where(sql`status = 'open' and buyer is not null`),
    index('checkouts_ecosystem').on(table.ecosystem),
  ],
)

/** `accepted`: the change is completed even after a crash; `refused` may be accepted again. */
export type QuoteStatus = 'open' | 'accepted' | 'refused' | 'applied' | 'scheduled' | 'abandoned'

/** A priced change that the customer accepts, or that expires. */
export const quotes = pgTable(
  'quotes',
  {
    id: text('id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    /** Pinned to this second: prorations are computed at it. */
    at: instant('at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** The subject of the person who was shown it; null in quotes of earlier releases. */
    person: text('person'),
    /** What was asked for. */
    plan: text('plan').notNull(),
    version: text('version_id')
      .notNull()
      .references(() => planVersions.id),
    interval: text('interval').$type<Interval>().notNull(),
    /** The plan before the change, and the date of the first renewal after it. */
    from: text('from_version')
      .notNull()
      .references(() => planVersions.id),
    nextAt: instant('next_at').notNull(),
    /** The requests to the provider, step by step; the same on every try. */
    steps: jsonb('steps').notNull(),
    /** Every amount that was shown: a confirmation that computes different amounts is refused. */
    amounts: jsonb('amounts').notNull(),
    status: text('status').$type<QuoteStatus>().notNull(),
    /** Counts refusals: each retry needs a new idempotency key at the provider. */
    attempt: integer('attempt').notNull().default(0),
    acceptedAt: instant('accepted_at'),
    /** The key of the confirmation that accepted it. */
    acceptedKey: text('accepted_key'),
    /**
     * A refusal that came after the client had stopped waiting. The same confirmation returns it when it is
     * sent again.
     */
    undeliveredError: text('undelivered_error').$type<'payment-declined' | 'outstanding-charges-declined'>(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('quotes_ecosystem').on(table.ecosystem, table.status)],
)

/** A one-time purchase: encounters. */
export const purchases = pgTable(
  'purchases',
  {
    id: text('id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    parameter: text('parameter').notNull(),
    quantity: integer('quantity').notNull(),
    unit: minorUnits('unit').notNull(),
    total: minorUnits('total').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    status: text('status').$type<PurchaseStatus>().notNull(),
    /** The provider's reason code of the last declined try. */
    failure: text('failure'),
    providerId: text('provider_id').unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When a waiting client last caused a read of it from the provider. */
    checkedAt: instant('checked_at'),
    paidAt: instant('paid_at'),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [index('purchases_ecosystem').on(table.ecosystem, table.createdAt)],
)

/** Consumed services: each report counts once, and is charged once. */
export const usage = pgTable(
  'usage',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    /** The reporter's own id of the report. */
    usageId: text('usage_id').notNull(),
    service: text('service').notNull(),
    units: integer('units').notNull(),
    unit: minorUnits('unit').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    at: instant('at').notNull(),
    status: text('status').$type<UsageStatus>().notNull(),
    /** The invoice or settlement that will charge it; no other may charge it then. */
    claimedBy: text('claimed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.ecosystem, table.usageId] }),
    index('usage_open').on(table.ecosystem, table.status),
  ],
)

/** An immediate charge of services used to date, without the balance. */
export const settlements = pgTable('settlements', {
  id: text('id').primaryKey(),
  ecosystem: text('ecosystem')
    .notNull()
    .references(() => ecosystems.id),
  amount: minorUnits('amount').notNull(),
  currency: text('currency').$type<Currency>().notNull(),
  status: text('status').$type<'open' | 'paid' | 'declined'>().notNull(),
  providerId: text('provider_id').unique(),
  createdAt: instant('created_at').notNull(),
  paidAt: instant('paid_at'),
})

/** Why customers left, in their own words. */
export const cancellations = pgTable(
  'cancellations',
  {
    id: text('id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    reason: text('reason').notNull(),
    comment: text('comment'),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('cancellations_ecosystem').on(table.ecosystem)],
)

/** When each recurring task runs next. The replica that moves this time forward runs the task. */
export const timetable = pgTable(
  'timetable',
  {
    task: text('task').primaryKey(),
    nextAt: instant('next_at').notNull(),
    /** The job's data. */
    data: jsonb('data').$type<object>(),
  },
  (table) => [index('timetable_next').on(table.nextAt)],
)

/** Mirror of the provider's ledger; a positive amount adds to the customer's balance. */
export const balanceMovements = pgTable(
  'balance_movements',
  {
    providerId: text('provider_id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    amount: minorUnits('amount').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    reason: text('reason').notNull(),
    invoice: text('invoice'),
    /** Its position in the customer's ledger, because several may have the same second. */
    position: integer('position').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('balance_movements_ecosystem').on(table.ecosystem, table.at)],
)

/** Mirror of the provider's invoices. */
export const invoices = pgTable(
  'invoices',
  {
    providerId: text('provider_id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    number: text('number'),
    status: text('status').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    total: minorUnits('total').notNull(),
    amountPaid: minorUnits('amount_paid').notNull(),
    balanceUsed: minorUnits('balance_used').notNull(),
    /** Rows of earlier releases have the provider's texts only. */
    lines: jsonb('lines').$type<MirroredLine[]>().notNull(),
    pdfUrl: text('pdf_url'),
    at: instant('at').notNull(),
    paidAt: instant('paid_at'),
  },
  (table) => [index('invoices_ecosystem').on(table.ecosystem, table.at)],
)

/** The inbox of the provider's events: stored before they are acknowledged. */
export const events = pgTable(
  'events',
  {
    id: text('id').primaryKey(),
    provider: text('provider').notNull(),
    type: text('type').notNull(),
    object: text('object_id'),
    payload: jsonb('payload').notNull(),
    handledAt: instant('handled_at'),
    failure: text('failure'),
    /** Its place among the reads of the provider: a read with a higher number began after it had arrived. */
    arrival: bigint('arrival', { mode: 'number' }).notNull().default(sql`nextval('sync_sequence')`),
    recordedAt: recordedAt(),
  },
  (table) => [index('events_object').on(table.object, table.type)],
)

/** The first answer to an `Idempotency-Key`, returned again whenever the key is sent again. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  key: text('key').primaryKey(),
  bodyHash: text('body_hash').notNull(),
  /** null while the first request is still running. */
  answer: jsonb('answer').$type<{ status: number; body: unknown } | null>(),
  lockedUntil: instant('locked_until').notNull(),
  recordedAt: recordedAt(),
})

/** The audit log: who changed what and when, before and after. */
export const audit = pgTable(
  'audit',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [index('audit_subject').on(table.subject, table.at)],
)

/** How many requests a caller made in the current window; shared by all replicas. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  windowEndsAt: instant('window_ends_at').notNull(),
  count: integer('count').notNull(),
})
