import type { PlanList } from '#contract/plan'
import { type CatalogueId, catalogues } from '../catalogues.ts'
import type { Locale } from '../routes.ts'
import { ask } from './ask.ts'

interface Wish {
  catalogue: CatalogueId
  locale: Locale
  /** The currency from the address bar; ignored when the catalogue does not offer it. */
  currency?: string | null
}

/** The plans of a catalogue as the API publishes them, the same that the widgets would fetch. */
export const readPlans = async (
  locals: App.Locals,
  { catalogue, locale, currency }: Wish,
): Promise<PlanList> => {
  const usual = (catalogues[catalogue] as { currency?: Record<Locale, string> }).currency?.[locale]
  for (const wished of new Set([currency || usual, usual, null])) {
    const query = new URLSearchParams({ ...(wished && { currency: wished }), locale })
    const answer = await ask<PlanList>(locals, `/v1/catalogues/${catalogue}/plans?${query}`)
    if (answer.ok) return answer.value
  }
  throw new Error(`The plans of ${catalogue} cannot be read.`)
}
