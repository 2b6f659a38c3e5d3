import * as z from 'zod/mini'
import { EcosystemStatus } from './billing.ts'
import { Slug } from './plan.ts'

/** `read-only`: nothing can be created, but everything can be seen and exported while it is retained. */
export const Access = z.enum(['full', 'read-only', 'none'])
export type Access = z.infer<typeof Access>

/** An ecosystem's entitlements: all that its own backend needs to know. */
export const Entitlements = z.object({
  ecosystem: Slug,
  /** Of two answers, the one with the higher revision is the later. */
  revision: z.int(),
  status: EcosystemStatus,
  access: Access,
  plan: Slug,
  planVersion: z.int(),
  /** The included features: `true`, or the degree ("24-48 h"). Missing: not included. */
  features: z.record(z.string(), z.union([z.literal(true), z.string()])),
  /** null: unlimited. `users` includes the bought licences; in a trial it is the trial's limit. */
  limits: z.record(z.string(), z.nullable(z.int())),
  /** null: unlimited. */
  licences: z.object({ total: z.nullable(z.int()) }),
  encounters: z.object({ available: z.int() }),
  /** Until when this is valid if nothing changes; null: no end is known. */
  validUntil: z.nullable(z.iso.datetime()),
})
export type Entitlements = z.infer<typeof Entitlements>
