import { newId } from '../../base/id.ts'
import type { Db } from '../connection/open.ts'
import { audit } from '../tables/index.ts'

/** What an administrator or the server did: who, what, to what, and the state before and after where that matters. */
export interface AuditEntry {
  at: Date
  actor: string
  action: string
  subject: string
  before?: object | null
  after?: object | null
}

/** Adds a line to the audit log, in the caller's transaction. */
export const writeAudit = async (tx: Db, entry: AuditEntry): Promise<void> => {
  await tx.insert(audit).values({ id: newId('audit'), ...entry })
}
