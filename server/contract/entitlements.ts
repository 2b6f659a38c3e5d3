import * as z from 'zod/mini'
import { EcosystemStatus } from './billing.ts'
import { Slug } from './plan.ts'

/** `read-only`: nothing new, but everything can be seen and taken along while it is kept. */
export const Access = z.enum(['full', 'read-only', 'none'])
export type Access = z.infer<typeof Access>

/** What an ecosystem may use: all that its own backend has to ask for. */
export const Entitlements = z.object({
  ecosystem: Slug,
  /** Of two answers the one with the higher revision is the later. */
  revision: z.int(),
  status: EcosystemStatus,
  access: Access,
  plan: Slug,
  planVersion: z.int(),
  /** What is included: `true`, or to what degree ("24-48 h"). Absent: not included. */
  features: z.record(z.string(), z.union([z.literal(true), z.string()])),
  /** null: unlimited. `users` counts the licences bought, and is the trial's in a trial. */
  limits: z.record(z.string(), z.nullable(z.int())),
  /** null: unlimited. */
  licences: z.object({ total: z.nullable(z.int()) }),
  encounters: z.object({ available: z.int() }),
  /** Until when this holds if nothing happens; null: no end is known. */
  validUntil: z.nullable(z.iso.datetime()),
})
export type Entitlements = z.infer<typeof Entitlements>
