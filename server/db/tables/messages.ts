import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { MessageKind } from '../../mail/kinds.ts'
import { instant } from './columns.ts'
import { ecosystems } from './ecosystems.ts'

/** What people are told by mail: each thing that happened, once. */
export const messages = pgTable(
  'messages',
  {
    /** What happened, as in `reminder/sub_1/2027-01-31/7`: told once, whoever finds it out and however often. */
    key: text('key').primaryKey(),
    /** Its Message-ID. */
    id: text('id').notNull().unique(),
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => ecosystems.id),
    kind: text('kind').$type<MessageKind>().notNull(),
    facts: jsonb('facts').notNull(),
    createdAt: instant('created_at').notNull(),
    /** How often sending was begun without an answer that it failed. */
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    /** Never sent: nobody wants it, or it would be too late. */
    withheld: text('withheld').$type<'unsubscribed' | 'stale'>(),
  },
  (table) => [index('messages_ecosystem').on(table.ecosystem, table.createdAt)],
)

/** Who does not want what nobody has to be told. */
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

/** What links in mails are signed with: made by the first who needs it, the same for all. */
export const signingKeys = pgTable('signing_keys', {
  name: text('name').primaryKey(),
  key: text('key').notNull(),
})

/** How much of a limit was left at the last look: a warning comes when it has become little, not while it stays so. */
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
