import { newId } from '../../base/id.ts'
import type { Db } from '../connection/open.ts'
import { audit } from '../tables/index.ts'

/**
 * An action of an administrator or of the server: actor, action, subject, and the state before and after where
 * that matters.
 */
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
