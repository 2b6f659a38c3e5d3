import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { EcosystemStatus, PaymentMethod } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import { planVersions } from './catalogue.ts'
import { instant, recordedAt } from './columns.ts'

const liveOnly = sql`live`

/** The six digits of `waizant_tickets_######`. */
export const ecosystemNumbers = pgSequence('ecosystem_numbers', { startWith: 100_001, maxValue: 999_999 })

/** A customer's tenant. */
export const ecosystems = pgTable(
  'ecosystems',
  {
    id: text('id').primaryKey(),
    catalogue: text('catalogue').notNull(),
    company: text('company').notNull(),
    email: text('email').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    timeZone: text('time_zone').notNull().default('America/Mexico_City'),
    status: text('status').$type<EcosystemStatus>().notNull(),
    /** The version that they may use now, sold or in trial. */
    version: text('version_id')
      .notNull()
      .references(() => planVersions.id),
    /** The six digits of `waizant_tickets_######`. */
    number: integer('number').notNull().unique(),
    /** The identity provider's group of its users. */
    group: text('identity_group').notNull(),
    trialEndsAt: instant('trial_ends_at'),
    /** When it will be suspended unless the failed charge is paid; null: no charge failed. */
    suspendsAt: instant('suspends_at'),
    /** When its own data will be deleted, as announced to its people; null: not announced. */
    deletesAt: instant('deletes_at'),
    /** Set when deletion was requested: access is blocked, and its own data is being deleted. */
    deletionRequestedAt: instant('deletion_requested_at'),
    /** When its own data was deleted. */
    deletedAt: instant('deleted_at'),
    /** Counts the changes of its entitlements: of two answers, the later one has the higher number. */
    entitlementsRevision: integer('entitlements_revision').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** When its databases and group were created. */
    provisionedAt: instant('provisioned_at'),
    /** Until then a process changes what the ecosystem pays, and others wait; null: no process does. */
    lockExpiresAt: instant('lock_expires_at'),
    lockHolder: text('lock_holder'),
  },
  (table) => [
    index('ecosystems_email').on(table.email),
    // Tokens are compared without regard to case, so two ecosystems never share a group in this sense either.
    uniqueIndex('ecosystems_group').on(sql`lower(${table.group})`),
  ],
)

/**
 * The groups at the identity provider that are ours, each stored before it is created. A group without a row
 * was created by another party: it is never joined and never removed.
 */
export const identityGroups = pgTable(
  'identity_groups',
  {
    name: text('name').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    /** A mark that the group carries at the provider, which identifies a group that was created before a crash. */
    mark: text('mark').notNull(),
    /** null: the provider has not confirmed it yet. */
    madeAt: instant('made_at'),
  },
  (table) => [
    uniqueIndex('identity_groups_name').on(sql`lower(${table.name})`),
    index('identity_groups_ecosystem').on(table.ecosystem),
  ],
)

/** The provider's customer of an ecosystem: one for each currency. */
export const customers = pgTable(
  'customers',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    currency: text('currency').$type<Currency>().notNull(),
    providerId: text('provider_id').notNull().unique(),
  },
  (table) => [primaryKey({ columns: [table.ecosystem, table.currency] })],
)

/** What a subscription becomes at the end of its period. */
export interface ScheduledChange {
  /** The provider's id of it. */
  id: string
  version: string
  interval: Interval
  /** Seats beyond the included ones. */
  licences: number
  /** ISO 8601. */
  at: string
}

/** A renewal that could not be charged: a time limit runs from its first failure. Stored as JSON. */
export interface Arrears {
  /** The provider's id of the oldest unpaid invoice. */
  invoice: string
  /** The time of its first failed charge; ISO 8601. */
  since: string
  /** The total that is owed, in minor units. */
  amount: number
  /** The unpaid invoices, oldest first; rows of older releases lack them until the provider is read again. */
  invoices?: { id: string; amount: number }[]
  /** The provider's reason code of the last failed charge. */
  reason: string | null
  /** The bank asks for the card holder's confirmation, who was not present. */
  needsAction: boolean
  /** When the provider retries by itself; ISO 8601. */
  retryAt: string | null
}

/** Numbers the reads of the provider in order, which the clocks of several servers could not do. */
export const syncSequence = pgSequence('sync_sequence')

/** A mirror of the provider's subscription; `syncSubscription` is the only writer. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    providerId: text('provider_id').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    version: text('version_id')
      .notNull()
      .references(() => planVersions.id),
    interval: text('interval').$type<Interval>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    /** The provider's status: active, past_due, canceled … */
    providerStatus: text('provider_status').notNull(),
    live: boolean('live').notNull(),
    /** Seats bought beyond the included ones. */
    licences: integer('licences').notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    cancelAt: instant('cancel_at'),
    /** A change that takes effect at the end of the period. */
    scheduled: jsonb('scheduled').$type<ScheduledChange | null>(),
    nextPayment: jsonb('next_payment').$type<{ date: string; amount: number } | null>(),
    /** The provider's id of the default payment method; null: there is none. */
    methodId: text('method_id'),
    /** The card's details, when it is a card. */
    paymentMethod: jsonb('payment_method').$type<PaymentMethod | null>(),
    /** null: nothing is owed. */
    arrears: jsonb('arrears').$type<Arrears | null>(),
    /** Its current period is not paid: a renewal is unpaid, overdue or being prepared, or the rest of a month is free. */
    owes: boolean('owes').notNull().default(false),
    syncedAt: instant('synced_at').notNull(),
    /** The number of the read of the provider that is stored here; a later read has a higher number. */
    syncSequence: bigint('sync_sequence', { mode: 'number' }).notNull().default(0),
  },
  // The last protection against a double sale: one live subscription per ecosystem.
  (table) => [
    uniqueIndex('subscriptions_live').on(table.ecosystem).where(liveOnly),
    index('subscriptions_method').on(table.methodId),
  ],
)

/** The current or last month of included encounters of an ecosystem. */
export const includedMonths = pgTable('included_months', {
  ecosystem: text('ecosystem')
    .primaryKey()
    .references(() => ecosystems.id),
  source: text('source').$type<'trial' | 'subscription'>().notNull(),
  from: instant('from_at').notNull(),
  until: instant('until_at').notNull(),
  /** The length of the whole month that this is a part of, in seconds. */
  whole: integer('whole').notNull(),
  /** How many encounters the version in force includes in a whole month, from `since` on. */
  rate: integer('rate').notNull(),
  since: instant('since_at').notNull(),
  /** The sum of earlier rates, each multiplied by its seconds. */
  weight: bigint('weight', { mode: 'number' }).notNull(),
  /** Counts the messages to the ecosystem's own database: of two messages, the later one has the higher number. */
  revision: integer('revision').notNull(),
})

export const trials = pgTable('trials', {
  ecosystem: text('ecosystem')
    .primaryKey()
    .references(() => ecosystems.id),
  startedAt: instant('started_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  maxUsers: integer('max_users').notNull(),
})

export const leads = pgTable('leads', {
  id: text('id').primaryKey(),
  catalogue: text('catalogue').notNull(),
  plan: text('plan').notNull(),
  name: text('name').notNull(),
  company: text('company').notNull(),
  email: text('email').notNull(),
  phone: text('phone'),
  message: text('message'),
  locale: text('locale').$type<Locale>().notNull(),
  at: instant('at').notNull(),
  recordedAt: recordedAt(),
})
