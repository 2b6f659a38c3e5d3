import { sql } from 'drizzle-orm'
import { index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { recordedAt } from './columns.ts'

/** The registry of ecosystems and their users; a separate database when `CORE_DATABASE_URL` is set. */
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

/** Owners and admins buy; members read. */
export type Role = 'owner' | 'admin' | 'member'

export const coreUsers = core.table(
  'users',
  {
    ecosystem: text('ecosystem')
      .notNull()
      .references(() => coreEcosystems.id),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    recordedAt: recordedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.ecosystem, table.email] }),
    index('users_email').on(sql`lower(${table.email})`),
  ],
)
