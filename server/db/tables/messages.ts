import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { MessageKind } from '../../mail/kinds.ts'
import { instant } from './columns.ts'
import { ecosystems } from './ecosystems.ts'

/** The mails to people, one row for each event. */
export const messages = pgTable(
  'messages',
  {
    /**
     * Identifies the event, as in `reminder/sub_1/2027-01-31/7`: it is announced once, even if several
     * processes find it.
     */
    key: text('key').primaryKey(),
    /** Its Message-ID. */
    id: text('id').notNull().unique(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    kind: text('kind').$type<MessageKind>().notNull(),
    facts: jsonb('facts').notNull(),
    createdAt: instant('created_at').notNull(),
    /** How many times sending began without a reported failure. */
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    /** Why it was not sent: the recipient unsubscribed, or it is out of date. */
    withheld: text('withheld').$type<'unsubscribed' | 'stale'>(),
  },
  (table) => [index('messages_ecosystem').on(table.ecosystem, table.createdAt)],
)

/** Recipients who unsubscribed from optional mail. */
export const unsubscribed = pgTable(
  'unsubscribed',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    /** A hash of the address. */
    recipient: text('recipient').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ecosystem, table.recipient] })],
)

/** Keys that sign the links in mails: created on first use, the same for all replicas. */
export const signingKeys = pgTable('signing_keys', {
  name: text('name').primaryKey(),
  key: text('key').notNull(),
})

/** How much of a limit was left at the last check: a warning is sent when it becomes low, not while it stays low. */
export const limitLevels = pgTable(
  'limit_levels',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    what: text('what').$type<'licences' | 'encounters'>().notNull(),
    total: integer('total').notNull(),
    left: integer('left').notNull(),
    isNear: boolean('is_near').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ecosystem, table.what] })],
)
