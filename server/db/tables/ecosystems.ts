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
    /** What they may use now, sold or in trial. */
    version: text('version_id')
      .notNull()
      .references(() => planVersions.id),
    /** The six digits of `waizant_tickets_######`. */
    number: integer('number').notNull().unique(),
    /** The identity provider's group of its users. */
    group: text('identity_group').notNull(),
    trialEndsAt: instant('trial_ends_at'),
    /** From then on it is suspended, unless what failed to be charged is paid; null: nothing failed. */
    suspendsAt: instant('suspends_at'),
    /** When its own data is deleted, as its people were told; null: they were not. */
    deletesAt: instant('deletes_at'),
    /** From then on nobody gets in, and its own data goes. */
    deletionRequestedAt: instant('deletion_requested_at'),
    /** Its own data is gone. */
    deletedAt: instant('deleted_at'),
    /** Counts the changes of what it may use: the later of two answers has the higher one. */
    revision: integer('revision').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** Its databases and group exist. */
    provisionedAt: instant('provisioned_at'),
    /** Until then somebody changes what it pays, and others wait; null: nobody does. */
    busyUntil: instant('busy_until'),
    busyWith: text('busy_with'),
  },
  (table) => [
    index('ecosystems_email').on(table.email),
    // Tokens are compared without regard to case, so two ecosystems never share a group in this sense either.
    uniqueIndex('ecosystems_group').on(sql`lower(${table.group})`),
  ],
)

/**
 * The groups at the identity provider that are ours, each written down before it is made. A group that is not here was
 * made by somebody else: it is never joined and never removed.
 */
export const identityGroups = pgTable(
  'identity_groups',
  {
    name: text('name').primaryKey(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    /** The group carries it at the provider: what a crash left there is recognised by it. */
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

/** A renewal that could not be charged: from its first failure on a clock runs. Kept as JSON. */
export interface Arrears {
  /** The provider's id of the oldest unpaid invoice. */
  invoice: string
  /** Of its first failed charge; ISO 8601. */
  since: string
  /** Everything that is owed, in minor units. */
  amount: number
  /** What that is made of, oldest first; older rows lack it until the provider is read again. */
  invoices?: { id: string; amount: number }[]
  /** The provider's word for why the last charge failed. */
  reason: string | null
  /** The bank wants to ask its holder, who was not there. */
  needsAction: boolean
  /** When the provider tries again by itself; ISO 8601. */
  retryAt: string | null
}

/** Numbers looks at the provider in their order, which the clocks of several servers would not know. */
export const subscriptionReadings = pgSequence('subscription_readings')

/** A mirror of the provider's subscription, written by `syncSubscription` alone. */
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
    /** The provider's word: active, past_due, canceled … */
    providerStatus: text('provider_status').notNull(),
    live: boolean('live').notNull(),
    /** Seats bought beyond the included ones. */
    licences: integer('licences').notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    cancelAt: instant('cancel_at'),
    /** A change that waits for the end of the period. */
    scheduled: jsonb('scheduled').$type<ScheduledChange | null>(),
    nextPayment: jsonb('next_payment').$type<{ date: string; amount: number } | null>(),
    /** The provider's id of what it is paid with; null: there is nothing. */
    methodId: text('method_id'),
    /** The card, where it is one. */
    paymentMethod: jsonb('payment_method').$type<PaymentMethod | null>(),
    /** null: nothing is owed. */
    arrears: jsonb('arrears').$type<Arrears | null>(),
    /** A renewal of it is not paid yet, whether it is late or only being made. */
    owes: boolean('owes').notNull().default(false),
    syncedAt: instant('synced_at').notNull(),
    /** Of the look at the provider that is written here; a later one has a higher number. */
    reading: bigint('reading', { mode: 'number' }).notNull().default(0),
  },
  // The last guard against selling twice: one live subscription per ecosystem.
  (table) => [
    uniqueIndex('subscriptions_live').on(table.ecosystem).where(liveOnly),
    index('subscriptions_method').on(table.methodId),
  ],
)

/** The month of included encounters that an ecosystem is in, or was in last. */
export const includedMonths = pgTable('included_months', {
  ecosystem: text('ecosystem')
    .primaryKey()
    .references(() => ecosystems.id),
  source: text('source').$type<'trial' | 'subscription'>().notNull(),
  from: instant('from_at').notNull(),
  until: instant('until_at').notNull(),
  /** How long the whole month is of which this is a part, in seconds. */
  whole: integer('whole').notNull(),
  /** What the version in force includes in a whole month, from `since` on. */
  rate: integer('rate').notNull(),
  since: instant('since_at').notNull(),
  /** Rates before `since`, each times its seconds. */
  weight: bigint('weight', { mode: 'number' }).notNull(),
  /** Counts what the ecosystem's own database was told: of two messages the one with the higher number is the later. */
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
