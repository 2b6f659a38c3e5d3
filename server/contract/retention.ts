import * as z from 'zod/mini'
import { Slug } from './plan.ts'

/** An ecosystem that nobody uses any more, and what becomes of its data. */
export const KeptEcosystem = z.object({
  ecosystem: Slug,
  company: z.string(),
  catalogue: Slug,
  /** `deletion-requested`: nobody gets in any more, and its own data is being deleted. */
  status: z.enum(['suspended', 'canceled', 'deletion-requested']),
  reason: z.enum(['trial-ended', 'unpaid', 'canceled']),
  since: z.iso.datetime(),
  /** Promised at the least. */
  keptUntil: z.iso.datetime(),
  /** When its people are told, or were to be told. */
  announcesAt: z.nullable(z.iso.datetime()),
  /** They were told this day; null: not yet. */
  announced: z.nullable(z.iso.datetime()),
  deletesAt: z.iso.datetime(),
  /** What a run does now. */
  due: z.enum(['nothing', 'announce', 'delete']),
})
export type KeptEcosystem = z.infer<typeof KeptEcosystem>

/** Soonest deletion first. */
export const RetentionList = z.object({ ecosystems: z.array(KeptEcosystem) })
export type RetentionList = z.infer<typeof RetentionList>

export const RetentionRunRequest = z.strictObject({
  /** Says what would be done, and does nothing. */
  dryRun: z.boolean(),
})
export type RetentionRunRequest = z.infer<typeof RetentionRunRequest>

/** Ids of the ecosystems whose people are told, and of those whose data goes. */
export const RetentionRun = z.object({
  dryRun: z.boolean(),
  announced: z.array(Slug),
  deleted: z.array(Slug),
})
export type RetentionRun = z.infer<typeof RetentionRun>
