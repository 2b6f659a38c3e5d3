import type { Billing } from '#contract/billing'
import { numberText } from '#contract/number-text'
import type { PlanList } from '#contract/plan'
import type { CancellationWords } from '../../i18n/es-mx/cancellation.ts'

const shownFeatures = 4

/** The features of a customer's plan, as the catalogue lists them for their version. */
const featuresOf = ({ plan, planVersion }: Billing, list: PlanList | undefined): string[] => {
  const known = list?.plans.find(({ id, version }) => id === plan && version === planVersion)
  return (known?.features ?? []).filter(({ included }) => included).map(({ name }) => name)
}

/** What ends with a subscription, as sentences about this customer's own use. */
export const lossesOf = (
  billing: Billing,
  list: PlanList | undefined,
  words: CancellationWords,
  language: string,
): string[] => {
  const { licences, planName, encounters, balance, pendingChange } = billing
  // Included encounters expire with the month anyway.
  const bought = encounters.bought ?? encounters.available
  const features = featuresOf(billing, list)
  const more = features.length - shownFeatures
  const shown = [...features.slice(0, shownFeatures), ...(more > 0 ? [words.moreFeatures(more)] : [])]
  return [
    words.access(licences.inUse, planName),
    ...(features.length ? [words.features(new Intl.ListFormat(language).format(shown))] : []),
    ...(bought ? [words.encounters(numberText(bought, language))] : []),
    ...(balance.amount > 0 ? [words.balance(balance.text ?? '')] : []),
    ...(pendingChange ? [words.change(pendingChange.planName)] : []),
  ]
}
