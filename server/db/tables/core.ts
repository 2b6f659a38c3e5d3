import { integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { recordedAt } from './columns.ts'

/** The registry of ecosystems and their users; another database where `CORE_DATABASE_URL` says so. */
export const core = pgSchema('core')

export const coreEcosystems = core.table('ecosystems', {
  id: text('id').primaryKey(),
  company: text('company').notNull(),
  catalogue: text('catalogue').notNull(),
  /** `waizant_tickets_######` */
  database: text('database').notNull().unique(),
  number: integer('number').notNull(),
  group: text('identity_group').notNull(),
  recordedAt: recordedAt(),
})

export const coreUsers = core.table(
  'users',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => coreEcosystems.id),
    email: text('email').notNull(),
    role: text('role').$type<'owner' | 'member'>().notNull(),
    recordedAt: recordedAt(),
  },
  (table) => [primaryKey({ columns: [table.ecosystem, table.email] })],
)
