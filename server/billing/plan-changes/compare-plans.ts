import type { Locale } from '#contract/locale'
import { numberText } from '#contract/number-text'
import type { Remark } from '#contract/plan-change'
import { planChangeWords } from '../../words/plan-change.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from '../catalogue/snapshot.ts'

type Catalogue = Pick<CatalogueSnapshot, 'features' | 'limitNames'>

/** What a customer gains and loses with a change from one plan version to another, in their language. */
export const comparePlans = (
  catalogue: Catalogue,
  from: PlanVersionSnapshot,
  to: PlanVersionSnapshot,
  locale: Locale,
): { gains: Remark[]; losses: Remark[] } => {
  const differences = [
    ...features(catalogue, from, to, locale),
    ...limits(catalogue, from, to, locale),
    ...included(from, to, locale),
  ]
  const of = (isGain: boolean) =>
    differences.filter((one) => one.isGain === isGain).map(({ code, text }) => ({ code, text }))
  return { gains: of(true), losses: of(false) }
}

type Difference = Remark & { isGain: boolean }

const features = (
  { features }: Catalogue,
  from: PlanVersionSnapshot,
  to: PlanVersionSnapshot,
  locale: Locale,
) =>
  features.flatMap(({ id, name, listedAs }): Difference[] => {
    const [before, after] = [from.features[id], to.features[id]]
    const degree = (value: typeof before) => (value && value !== true ? value[locale] : null)
    const [was, is] = [degree(before), degree(after)]
    if (was && is && was !== is)
      return [{ code: 'feature', text: `${name[locale]}: ${was} → ${is}`, isGain: to.rank > from.rank }]
    if (Boolean(before) === Boolean(after)) return []
    const text = (listedAs ?? name)[locale] + ((is ?? was) ? `: ${is ?? was}` : '')
    return [{ code: 'feature', text, isGain: Boolean(after) }]
  })

const limits = (
  { limitNames }: Catalogue,
  from: PlanVersionSnapshot,
  to: PlanVersionSnapshot,
  locale: Locale,
) =>
  Object.entries(limitNames).flatMap(([id, name]): Difference[] => {
    const [before, after] = [from.limits[id], to.limits[id]]
    if (before === after || before === undefined || after === undefined) return []
    const text = `${name[locale]}: ${count(before, locale)} → ${count(after, locale)}`
    return [{ code: 'limit', text, isGain: size(after) > size(before) }]
  })

const included = (from: PlanVersionSnapshot, to: PlanVersionSnapshot, locale: Locale) =>
  to.parameters.flatMap(({ id, name, included: after }): Difference[] => {
    const before = from.parameters.find((one) => one.id === id)?.included ?? 0
    if (before === after) return []
    const words = planChangeWords[locale]
    const say = id === 'encounters' ? words.monthly : words.included
    const text = say(name[locale], count(before, locale), count(after, locale))
    return [{ code: 'included', text, isGain: after > before }]
  })

const size = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY

const count = (limit: number | null, locale: Locale) =>
  limit === null ? planChangeWords[locale].unlimited : numberText(limit, locale)
