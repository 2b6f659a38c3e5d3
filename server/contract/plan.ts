import * as z from 'zod/mini'
import { Currency, Money } from './money.ts'

/** Lower-case letters, digits and hyphens, as in `free-trial` or `legacy533`. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(63))

/** Included or not, or the degree ("24-48 h"). */
export const FeatureValue = z.union([z.boolean(), z.string()])
export type FeatureValue = z.infer<typeof FeatureValue>

export const Package = z.object({ quantity: z.int(), unit: Money, total: Money })
export type Package = z.infer<typeof Package>

/** A parameter, such as user licences or encounters. `included` is free of charge. */
export const Parameter = z.object({
  id: z.string(),
  name: z.string(),
  included: z.int(),
  packages: z.object({ month: z.array(Package), year: z.array(Package) }),
})
export type Parameter = z.infer<typeof Parameter>

export const PlanFeature = z.object({ id: z.string(), name: z.string(), included: FeatureValue })
export type PlanFeature = z.infer<typeof PlanFeature>

/** One published plan version for the public, in one language and currency. */
export const Plan = z.object({
  id: Slug,
  name: z.string(),
  description: z.string(),
  audience: z.string(),
  /** Orders the plans of a catalogue; a higher rank is an upgrade. */
  rank: z.int(),
  version: z.int(),
  highlighted: z.boolean(),
  /** It has no price: the call to action requests a quote. */
  contactSales: z.boolean(),
  /** Started instead of bought: it is the catalogue's trial. */
  trialPlan: z.boolean(),
  /** The plan whose features this one includes ("Todo lo de Básico, y además"). */
  inherits: z.nullable(Slug),
  prices: z.object({
    month: z.nullable(Money),
    year: z.nullable(Money),
    yearSavings: z.nullable(Money),
    /** A year's price per month, rounded: to compare, never charged. */
    yearPerMonth: z.nullable(Money),
  }),
  /** null is unlimited. */
  limits: z.record(z.string(), z.nullable(z.int())),
  /** The limits as sentences ("Hasta 10 usuarios"), storage included. */
  limitTexts: z.array(z.string()),
  features: z.array(PlanFeature),
  parameters: z.array(Parameter),
  services: z.array(z.object({ id: z.string(), name: z.string(), unit: Money })),
  support: z.array(z.string()),
})
export type Plan = z.infer<typeof Plan>

/** A row of the comparison table: one value per plan id. */
export const ComparisonRow = z.object({
  id: z.string(),
  name: z.string(),
  values: z.record(z.string(), FeatureValue),
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

export const ComparisonGroup = z.object({ id: z.string(), name: z.string(), rows: z.array(ComparisonRow) })
export type ComparisonGroup = z.infer<typeof ComparisonGroup>

export const Trial = z.object({ days: z.int(), maxUsers: z.int(), cardRequired: z.boolean() })
export type Trial = z.infer<typeof Trial>

/** What a catalogue offers today: the answer of `GET /v1/catalogues/{catalogue}/plans`. */
export const PlanList = z.object({
  catalogue: Slug,
  currency: Currency,
  currencies: z.array(Currency),
  locale: z.string(),
  annualDiscountPercent: z.int(),
  trial: z.nullable(Trial),
  plans: z.array(Plan),
  comparison: z.array(ComparisonGroup),
})
export type PlanList = z.infer<typeof PlanList>
