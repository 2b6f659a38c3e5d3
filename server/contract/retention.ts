import * as z from 'zod/mini'
import { Slug } from './plan.ts'

/** An ecosystem that is no longer used, and the retention of its data. */
export const KeptEcosystem = z.object({
  ecosystem: Slug,
  company: z.string(),
  catalogue: Slug,
  /** `deletion-requested`: access is blocked, and its own data is being deleted. */
  status: z.enum(['suspended', 'canceled', 'deletion-requested']),
  reason: z.enum(['trial-ended', 'unpaid', 'canceled']),
  since: z.iso.datetime(),
  /** The data is retained at least until then. */
  keptUntil: z.iso.datetime(),
  /** When the deletion is, or was, to be announced. */
  announcesAt: z.nullable(z.iso.datetime()),
  /** When it was announced; null: not yet. */
  announced: z.nullable(z.iso.datetime()),
  deletesAt: z.iso.datetime(),
  /** What a run would do now. */
  due: z.enum(['nothing', 'announce', 'delete']),
})
export type KeptEcosystem = z.infer<typeof KeptEcosystem>

/** Soonest deletion first. */
export const RetentionList = z.object({ ecosystems: z.array(KeptEcosystem) })
export type RetentionList = z.infer<typeof RetentionList>

export const RetentionRunRequest = z.strictObject({
  /** Returns the report of a run, and does nothing. */
  dryRun: z.boolean(),
})
export type RetentionRunRequest = z.infer<typeof RetentionRunRequest>

/** The ids of the ecosystems that get the announcement, and of those whose data is deleted. */
export const RetentionRun = z.object({
  dryRun: z.boolean(),
  announced: z.array(Slug),
  deleted: z.array(Slug),
})
export type RetentionRun = z.infer<typeof RetentionRun>
