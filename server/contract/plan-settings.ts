import * as z from 'zod/mini'
import { Locale, Words } from './locale.ts'
import { Currency, Interval, Money } from './money.ts'
import { Slug } from './plan.ts'
import { DraftLine } from './text.ts'

/*
 * What administrators see and change of a catalogue. Bare amounts are integer minor units of the currency that
 * contains them. Every refused field is named by its path, as in `prices.MXN.month` or
 * `parameters.licences.packages.MXN.year.0.unit`: the same paths are used in `errors`, `missing` and
 * `difference`.
 */

/** The provider's largest amount: 999,999.99. */
export const largestAmount = 99_999_999

const Amount = z.int().check(z.gte(0), z.lte(largestAmount))
const Price = z.int().check(z.gte(1), z.lte(largestAmount))
const Count = z.int().check(z.gte(0), z.lte(1_000_000))
const Id = z.string().check(z.minLength(1), z.maxLength(63))

/** A moment of this century, ISO 8601 in UTC. */
const Moment = z.iso.datetime().check(z.regex(/^20\d\d-/))

/** A text in every language; in a draft it may be empty. One that cannot be seen is empty, and so it is missing. */
const DraftWords = z.strictObject({
  'es-MX': DraftLine(500),
  en: DraftLine(500),
})

/** A draft's texts, which may be empty. */
const Texts = z.object({ 'es-MX': z.string(), en: z.string() })

const perCurrency = <T extends z.ZodMiniType>(value: T) => z.partialRecord(Currency, value)
const perInterval = <T extends z.ZodMiniType>(value: T) => z.strictObject({ month: value, year: value })

/** From `quantity` units on, each costs `unit`; the row's total is their product. */
export const PackageRow = z.strictObject({
  quantity: z.int().check(z.gte(1), z.lte(1_000_000)),
  unit: Price,
})
export type PackageRow = z.infer<typeof PackageRow>

/** A parameter: how many are free of charge, and the price of more. */
export const ParameterContent = z.strictObject({
  included: Count,
  packages: perCurrency(perInterval(z.array(PackageRow).check(z.maxLength(50)))),
})
export type ParameterContent = z.infer<typeof ParameterContent>

/** The complete content of a plan version that an administrator writes: the body of `PUT …/versions/{n}`. */
export const PlanVersionContent = z.strictObject({
  name: DraftWords,
  description: DraftWords,
  audience: DraftWords,
  startsAt: Moment,
  /** Exclusive; null: until another version starts. */
  endsAt: z.nullable(Moment),
  /** By limit id; null is unlimited, missing: the plan has no such limit. */
  limits: z.record(Id, z.nullable(Count)),
  /** The limits as sentences, for people. */
  limitTexts: z.array(DraftWords).check(z.maxLength(50)),
  support: z.array(DraftWords).check(z.maxLength(50)),
  /** By feature id: included, or the degree ("24-48 h"). Missing: not included. */
  features: z.record(Id, z.union([z.literal(true), DraftWords])),
  /** By parameter id. */
  parameters: z.record(Id, ParameterContent),
  /** By service id: the price of one unit. */
  services: z.record(Id, perCurrency(Amount)),
  /** null: not decided yet. */
  prices: perCurrency(perInterval(z.nullable(Price))),
})
export type PlanVersionContent = z.infer<typeof PlanVersionContent>

/** The body of `POST …/versions`. */
export const VersionRequest = z.strictObject({
  startsAt: Moment,
  /** The default is `nextNumber`; a number that exists is refused, with the error at this field. */
  number: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** The number of the version to copy; without it the new version is empty. */
  copyFrom: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
})
export type VersionRequest = z.infer<typeof VersionRequest>

/** A field and the remark about it, in the reader's language. */
export const FieldRemark = z.object({ path: z.string(), message: z.string() })
export type FieldRemark = z.infer<typeof FieldRemark>

/** Once nothing is missing, the rates can be saved at the provider and the version can be published. */
export const Completeness = z.object({ complete: z.boolean(), missing: z.array(FieldRemark) })
export type Completeness = z.infer<typeof Completeness>

/** A currency's prices with derived figures. */
export const PricingRow = z.object({
  currency: Currency,
  month: z.nullable(Money),
  year: z.nullable(Money),
  /**
   * How much cheaper a year is than twelve months, in per cent with two decimals; null: a price is missing.
   * Negative: a year is more expensive.
   */
  discountPercent: z.nullable(z.number()),
  savings: z.nullable(Money),
  /** The price of a year with the catalogue's own discount. */
  suggestedYear: z.nullable(Money),
})
export type PricingRow = z.infer<typeof PricingRow>

/**
 * The result of checking content that is being edited, as saving would report it; nothing is saved: `POST
 * …/versions/{n}/check`.
 */
export const VersionCheck = z.object({
  completeness: Completeness,
  pricing: z.array(PricingRow),
  /** Package tables with their totals, by quantity. */
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
 * `draft`: not published; `inactive`: published, but switched off; `scheduled`: its first day is in the future;
 * `in-force`: sold now; `superseded`: a later version is sold instead; `ended`: its last day has passed.
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
  /** A customer bought it, or is about to: it never changes again. */
  sold: z.boolean(),
  /** Ecosystems that use it now, in trial or paying. */
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
  /** The total of all of its versions. */
  subscribers: z.int(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

const Named = z.object({ id: z.string(), name: Words })

/** The names that versions refer to. */
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
  /** The number proposed for a new version. */
  nextNumber: z.int(),
  versions: z.array(VersionSummary),
})
export type VersionList = z.infer<typeof VersionList>

/** `GET …/versions/{n}`, and the answer to every change of a version. Its `etag` is also in the `ETag` header. */
export const PlanVersion = z.object({
  catalogue: Slug,
  plan: Slug,
  number: z.int(),
  status: VersionStatus,
  published: z.boolean(),
  active: z.boolean(),
  sold: z.boolean(),
  subscribers: z.int(),
  /** The `If-Match` value with which it can be changed. */
  etag: z.string(),
  content: PlanVersionContent,
  ...VersionCheck.shape,
  /** The actions that are allowed now. */
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

/** A field on which two administrators differ: the sent value, and the stored value. */
export const Difference = z.object({ path: z.string(), yours: z.unknown(), theirs: z.unknown() })
export type Difference = z.infer<typeof Difference>

/** One change of a version. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.enum(['create', 'edit', 'publish', 'unpublish', 'activate', 'deactivate', 'delete']),
  /** The changed fields; in a new version there is no value before. */
  changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `GET …/versions/{n}/history`, newest first. */
export const VersionHistory = z.object({ entries: z.array(HistoryEntry) })
export type VersionHistory = z.infer<typeof VersionHistory>
