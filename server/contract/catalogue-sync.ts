import * as z from 'zod/mini'
import { Currency, Interval, Money } from './money.ts'
import { Slug } from './plan.ts'

/** The environments that a catalogue is sold in: the provider's accounts, and the sandbox of the embedded mode. */
export const EnvironmentName = z.enum(['sandbox', 'qa', 'staging', 'production'])
export type EnvironmentName = z.infer<typeof EnvironmentName>

/**
 * `missing`: not created yet; `archived`: created, but inactive; `other-amount`: its key leads to another
 * amount; `lost-key`: it exists, but its key leads to another price; `to-archive`: no longer needed, and still
 * active.
 */
export const PriceState = z.enum(['in-sync', 'missing', 'archived', 'other-amount', 'lost-key', 'to-archive'])
export type PriceState = z.infer<typeof PriceState>

/** One price of the store, compared with the provider's. */
export const SyncedPrice = z.object({
  /** The lookup key: `erp/pro/2/MXN/month`. */
  key: z.string(),
  currency: Currency,
  interval: Interval,
  /** null: the plan itself; else the parameter and the quantity from which the price applies. */
  package: z.nullable(z.object({ parameter: z.string(), quantity: z.int() })),
  amount: Money,
  /** The provider's id of it. */
  providerId: z.nullable(z.string()),
  /** The provider's amount under the key, when it differs. */
  found: z.nullable(Money),
  state: PriceState,
})
export type SyncedPrice = z.infer<typeof SyncedPrice>

export const SyncedVersion = z.object({
  plan: Slug,
  version: z.int(),
  product: z.object({ id: z.string(), state: z.enum(['in-sync', 'missing', 'archived', 'other-name']) }),
  prices: z.array(SyncedPrice),
  state: z.enum(['in-sync', 'drift']),
})
export type SyncedVersion = z.infer<typeof SyncedVersion>

/** An environment, and its comparison with the store. */
export const SyncedEnvironment = z.object({
  name: EnvironmentName,
  /** The environment that this server itself sells in. */
  sells: z.boolean(),
  /** Its keys and webhook secret are set. */
  configured: z.boolean(),
  account: z.nullable(z.object({ id: z.string(), livemode: z.boolean() })),
  /** `working`: changes are being synced; `refused`: nothing is written to it, for the reason in `problem`. */
  state: z.enum(['in-sync', 'drift', 'working', 'refused', 'unreachable', 'not-configured']),
  problem: z.nullable(z.object({ code: z.string(), text: z.string() })),
  /** When it was last synced. */
  syncedAt: z.nullable(z.iso.datetime()),
  versions: z.array(SyncedVersion),
})
export type SyncedEnvironment = z.infer<typeof SyncedEnvironment>

/** `GET …/sync`; also the answer of `POST …/sync`, after the repair. */
export const CatalogueSync = z.object({ catalogue: Slug, environments: z.array(SyncedEnvironment) })
export type CatalogueSync = z.infer<typeof CatalogueSync>

/** The body of `POST …/sync`: syncs an environment, by default the one that sells. */
export const SyncRequest = z.strictObject({ environment: z.optional(EnvironmentName) })
export type SyncRequest = z.infer<typeof SyncRequest>
