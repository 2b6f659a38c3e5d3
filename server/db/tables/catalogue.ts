import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { EnvironmentName } from '#contract/catalogue-sync'
import type { Words } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { Policy } from '#contract/policy'
import { instant, minorUnits, recordedAt } from './columns.ts'

/** A product line with its own plans and one billing policy. */
export const catalogues = pgTable('catalogues', {
  id: text('id').primaryKey(),
  name: jsonb('name').$type<Words>().notNull(),
  /** The prices are examples, and the site says so. */
  sample: boolean('sample').notNull(),
  currencies: jsonb('currencies').$type<Currency[]>().notNull(),
  policy: jsonb('policy').$type<Policy>().notNull(),
  limitNames: jsonb('limit_names').$type<Record<string, Words>>().notNull(),
})

const ofCatalogue = () =>
  text('catalogue')
    .notNull()
    .references(() => catalogues.id)

/** A table of names that a catalogue defines, in an order of its own. */
const named = <Name extends string>(table: Name) =>
  pgTable(
    table,
    {
      catalogue: ofCatalogue(),
      id: text('id').notNull(),
      name: jsonb('name').$type<Words>().notNull(),
      position: integer('position').notNull(),
    },
    (columns) => [primaryKey({ columns: [columns.catalogue, columns.id] })],
  )

/** The headings of the comparison table. */
export const featureGroups = named('feature_groups')
/** What has a limit: licences, encounters. */
export const parameters = named('parameters')
/** What is billed per unit consumed. */
export const services = named('services')

export const features = pgTable(
  'features',
  {
    catalogue: ofCatalogue(),
    id: text('id').notNull(),
    /** Set: the feature is a row of the comparison table, under this heading. */
    group: text('group_id'),
    name: jsonb('name').$type<Words>().notNull(),
    /** The plan card's wording; null: not on the card. */
    listedAs: jsonb('listed_as').$type<Words>(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.catalogue, table.id] })],
)

export const plans = pgTable(
  'plans',
  {
    catalogue: ofCatalogue(),
    id: text('id').notNull(),
    rank: integer('rank').notNull(),
    highlighted: boolean('highlighted').notNull(),
    contactSales: boolean('contact_sales').notNull(),
    inherits: text('inherits'),
    /** Never offered to the public; customers may still have it. */
    hidden: boolean('hidden').notNull(),
    /** The highest number that a version of the plan ever had: the number of a deleted version is not reused. */
    lastNumber: integer('last_number').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.catalogue, table.id] })],
)

/** One edition of a plan; immutable once sold. */
export const planVersions = pgTable(
  'plan_versions',
  {
    id: text('id').primaryKey(),
    catalogue: text('catalogue').notNull(),
    plan: text('plan').notNull(),
    number: integer('number').notNull(),
    name: jsonb('name').$type<Words>().notNull(),
    description: jsonb('description').$type<Words>().notNull(),
    audience: jsonb('audience').$type<Words>().notNull(),
    startsAt: instant('starts_at').notNull(),
    /** Exclusive; null: until another one starts. */
    endsAt: instant('ends_at'),
    published: boolean('published').notNull(),
    active: boolean('active').notNull(),
    limits: jsonb('limits').$type<Record<string, number | null>>().notNull(),
    limitTexts: jsonb('limit_texts').$type<Words[]>().notNull(),
    support: jsonb('support').$type<Words[]>().notNull(),
    /** Counts the version's changes: a save over an unseen change is refused. */
    revision: integer('revision').notNull().default(1),
    recordedAt: recordedAt(),
  },
  (table) => [
    unique('plan_versions_number').on(table.catalogue, table.plan, table.number),
    foreignKey({ columns: [table.catalogue, table.plan], foreignColumns: [plans.catalogue, plans.id] }),
    index('plan_versions_current').on(table.catalogue, table.plan, table.startsAt),
  ],
)

const version = () =>
  text('version_id')
    .notNull()
    .references(() => planVersions.id, { onDelete: 'cascade' })

export const versionFeatures = pgTable(
  'version_features',
  {
    version: version(),
    feature: text('feature').notNull(),
    /** `true`, or the degree of the feature. No row: not included. */
    value: jsonb('value').$type<true | Words>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.feature] })],
)

/** A plan version's price, in minor units of its currency. */
export const prices = pgTable(
  'prices',
  {
    version: version(),
    currency: text('currency').$type<Currency>().notNull(),
    interval: text('interval').$type<Interval>().notNull(),
    amount: minorUnits('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.currency, table.interval] })],
)

export const versionParameters = pgTable(
  'version_parameters',
  { version: version(), parameter: text('parameter').notNull(), included: integer('included').notNull() },
  (table) => [primaryKey({ columns: [table.version, table.parameter] })],
)

/** From `quantity` units on, each costs `unit` minor units. */
export const packages = pgTable(
  'packages',
  {
    version: version(),
    parameter: text('parameter').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    interval: text('interval').$type<Interval>().notNull(),
    quantity: integer('quantity').notNull(),
    unit: minorUnits('unit').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.version, table.parameter, table.currency, table.interval, table.quantity] }),
  ],
)

export const versionServices = pgTable(
  'version_services',
  {
    version: version(),
    service: text('service').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    unit: minorUnits('unit').notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.service, table.currency] })],
)

/** The provider's id of a price in each of its accounts, stored once the price exists there. */
export const providerPrices = pgTable(
  'provider_prices',
  {
    environment: text('environment').$type<EnvironmentName>().notNull(),
    account: text('account').notNull(),
    /** Names plan version, currency and interval, as in `erp/pro/2/MXN/month`. */
    key: text('key').notNull(),
    catalogue: ofCatalogue(),
    amount: minorUnits('amount').notNull(),
    providerId: text('provider_id').notNull(),
    syncedAt: instant('synced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.account, table.key] })],
)

/** The state of a catalogue's sync to an environment, and the worker that runs it. */
export const catalogueSyncs = pgTable(
  'catalogue_syncs',
  {
    catalogue: ofCatalogue(),
    environment: text('environment').$type<EnvironmentName>().notNull(),
    /**
     * The synced account. Another account under the same environment name is refused until the operator
     * confirms it.
     */
    account: text('account'),
    /** Counts the changes that the environment should get. */
    wanted: integer('wanted').notNull(),
    /** The last of these changes that the environment has. */
    heard: integer('heard').notNull().default(0),
    syncedAt: instant('synced_at'),
    lockExpiresAt: instant('lock_expires_at'),
    lockHolder: text('lock_holder'),
  },
  (table) => [primaryKey({ columns: [table.catalogue, table.environment] })],
)
