import * as z from 'zod/mini'
import { Locale, Words } from './locale.ts'
import { Currency, Interval, Money } from './money.ts'
import { Slug } from './plan.ts'

/*
 * What administrators see and change of a catalogue. Bare amounts are integer minor units of the currency that they stand
 * under. Every refusal of a field names it by its path, as in `prices.MXN.month` or
 * `parameters.licences.packages.MXN.year.0.unit`: the same paths in `errors`, `missing` and `difference`.
 */

/** What the provider takes as one amount: 999,999.99. */
export const largestAmount = 99_999_999

const Amount = z.int().check(z.gte(0), z.lte(largestAmount))
const Price = z.int().check(z.gte(1), z.lte(largestAmount))
const Count = z.int().check(z.gte(0), z.lte(1_000_000))
const Id = z.string().check(z.minLength(1), z.maxLength(63))

/** A moment of this century, ISO 8601 in UTC. */
const Moment = z.iso.datetime().check(z.regex(/^20\d\d-/))

/** In every language; a draft may still owe one. */
const DraftWords = z.strictObject({
  'es-MX': z.string().check(z.maxLength(500)),
  en: z.string().check(z.maxLength(500)),
})

/** As a draft may have them: empty, too. */
const Texts = z.object({ 'es-MX': z.string(), en: z.string() })

const perCurrency = <T extends z.ZodMiniType>(value: T) => z.partialRecord(Currency, value)
const perInterval = <T extends z.ZodMiniType>(value: T) => z.strictObject({ month: value, year: value })

/** From `quantity` units on, each costs `unit`: the total of a row is the one times the other. */
export const PackageRow = z.strictObject({
  quantity: z.int().check(z.gte(1), z.lte(1_000_000)),
  unit: Price,
})
export type PackageRow = z.infer<typeof PackageRow>

/** Something counted: how many are free of charge, and what more of them cost. */
export const ParameterContent = z.strictObject({
  included: Count,
  packages: perCurrency(perInterval(z.array(PackageRow).check(z.maxLength(50)))),
})
export type ParameterContent = z.infer<typeof ParameterContent>

/** Everything of a plan version that an administrator writes: the body of `PUT …/versions/{n}`, whole. */
export const PlanVersionContent = z.strictObject({
  name: DraftWords,
  description: DraftWords,
  audience: DraftWords,
  startsAt: Moment,
  /** Exclusive; null: until another version starts. */
  endsAt: z.nullable(Moment),
  /** By limit id; null is unlimited, absent: the plan has no such limit. */
  limits: z.record(Id, z.nullable(Count)),
  /** The limits as sentences, for people. */
  limitTexts: z.array(DraftWords).check(z.maxLength(50)),
  support: z.array(DraftWords).check(z.maxLength(50)),
  /** By feature id: included, or to what degree ("24-48 h"). Absent: not included. */
  features: z.record(Id, z.union([z.literal(true), DraftWords])),
  /** By parameter id. */
  parameters: z.record(Id, ParameterContent),
  /** By service id: what one unit costs. */
  services: z.record(Id, perCurrency(Amount)),
  /** null: not decided yet. */
  prices: perCurrency(perInterval(z.nullable(Price))),
})
export type PlanVersionContent = z.infer<typeof PlanVersionContent>

/** The body of `POST …/versions`. */
export const VersionRequest = z.strictObject({
  startsAt: Moment,
  /** As proposed by `nextNumber`; a number that exists is refused at this field. */
  number: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** The number of the version to begin with; without it the new one is empty. */
  copyFrom: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
})
export type VersionRequest = z.infer<typeof VersionRequest>

/** A field and what is to be said about it, in the reader's language. */
export const FieldRemark = z.object({ path: z.string(), message: z.string() })
export type FieldRemark = z.infer<typeof FieldRemark>

/** Rates can be saved to the provider, and the version published, once nothing is missing. */
export const Completeness = z.object({ complete: z.boolean(), missing: z.array(FieldRemark) })
export type Completeness = z.infer<typeof Completeness>

/** A currency's prices with what follows from them. */
export const PricingRow = z.object({
  currency: Currency,
  month: z.nullable(Money),
  year: z.nullable(Money),
  /** What a year is below twelve months, per cent with two decimals; null: a price is missing. Below zero: dearer. */
  discountPercent: z.nullable(z.number()),
  savings: z.nullable(Money),
  /** What a year would cost with the catalogue's own discount. */
  suggestedYear: z.nullable(Money),
})
export type PricingRow = z.infer<typeof PricingRow>

/** Says about content that is being written what saving it would say, and saves nothing: `POST …/versions/{n}/check`. */
export const VersionCheck = z.object({
  completeness: Completeness,
  pricing: z.array(PricingRow),
  /** Package tables with their totals, in the order of the quantities. */
  packages: z.array(
    z.object({
      parameter: Slug,
      currency: Currency,
      interval: Interval,
      rows: z.array(z.object({ quantity: z.int(), unit: Money, total: Money })),
    }),
  ),
})
export type VersionCheck = z.infer<typeof VersionCheck>

/**
 * `draft`: not published; `inactive`: published, but switched off; `scheduled`: its first day is to come; `in-force`: what is
 * sold now; `superseded`: a later one is sold in its place; `ended`: its last day has passed.
 */
export const VersionStatus = z.enum(['draft', 'inactive', 'scheduled', 'in-force', 'superseded', 'ended'])
export type VersionStatus = z.infer<typeof VersionStatus>

export const VersionSummary = z.object({
  number: z.int(),
  name: Texts,
  startsAt: z.iso.datetime(),
  endsAt: z.nullable(z.iso.datetime()),
  status: VersionStatus,
  published: z.boolean(),
  active: z.boolean(),
  /** Somebody bought it, or is about to: it never changes again. */
  sold: z.boolean(),
  /** Ecosystems that live by it now, in trial or paying. */
  subscribers: z.int(),
  pricing: z.array(PricingRow),
  /** How many it includes. */
  features: z.int(),
})
export type VersionSummary = z.infer<typeof VersionSummary>

/** A plan with its last published version; null: none was ever published, or all were withdrawn. */
export const PlanSummary = z.object({
  id: Slug,
  name: Texts,
  rank: z.int(),
  hidden: z.boolean(),
  contactSales: z.boolean(),
  version: z.nullable(VersionSummary),
  versions: z.int(),
  /** Of all of its versions. */
  subscribers: z.int(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

const Named = z.object({ id: z.string(), name: Words })

/** What versions are made of. */
export const Vocabulary = z.object({
  currencies: z.array(Currency),
  annualDiscountPercent: z.int(),
  groups: z.array(Named),
  features: z.array(z.object({ ...Named.shape, group: z.nullable(z.string()) })),
  parameters: z.array(Named),
  services: z.array(Named),
  limits: z.array(Named),
})
export type Vocabulary = z.infer<typeof Vocabulary>

/** `GET /v1/admin/catalogues`. */
export const CatalogueList = z.object({ catalogues: z.array(Named) })
export type CatalogueList = z.infer<typeof CatalogueList>

/** `GET /v1/admin/catalogues/{catalogue}/plans`. */
export const PlanSettings = z.object({
  catalogue: Slug,
  name: Words,
  locale: Locale,
  vocabulary: Vocabulary,
  plans: z.array(PlanSummary),
})
export type PlanSettings = z.infer<typeof PlanSettings>

/** `GET …/plans/{plan}/versions`, newest first; also the answer of `DELETE …/versions/{n}`. */
export const VersionList = z.object({
  catalogue: Slug,
  plan: Slug,
  /** The number that a new version is proposed. */
  nextNumber: z.int(),
  versions: z.array(VersionSummary),
})
export type VersionList = z.infer<typeof VersionList>

/** `GET …/versions/{n}`, and the answer to everything that changes one. Its `etag` is also in the header `ETag`. */
export const PlanVersion = z.object({
  catalogue: Slug,
  plan: Slug,
  number: z.int(),
  status: VersionStatus,
  published: z.boolean(),
  active: z.boolean(),
  sold: z.boolean(),
  subscribers: z.int(),
  /** What `If-Match` has to say to change it. */
  etag: z.string(),
  content: PlanVersionContent,
  ...VersionCheck.shape,
  /** What may be done with it now. */
  may: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    unpublish: z.boolean(),
    activate: z.boolean(),
    deactivate: z.boolean(),
    delete: z.boolean(),
  }),
  changedAt: z.nullable(z.iso.datetime()),
  changedBy: z.nullable(z.string()),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** A field that two administrators left different: what was sent, and what stands there since. */
export const Difference = z.object({ path: z.string(), yours: z.unknown(), theirs: z.unknown() })
export type Difference = z.infer<typeof Difference>

/** One change of a version. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.enum(['create', 'edit', 'publish', 'unpublish', 'activate', 'deactivate', 'delete']),
  /** Field by field; of a new version nothing stood there before. */
  changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `GET …/versions/{n}/history`, newest first. */
export const VersionHistory = z.object({ entries: z.array(HistoryEntry) })
export type VersionHistory = z.infer<typeof VersionHistory>
