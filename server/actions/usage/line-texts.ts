import type { Db } from '../../db/connection/open.ts'
import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { serviceNames, type UsageRow } from '../../db/usage/usage.ts'
import { planChangeWords } from '../../words/plan-change.ts'

export interface UsageTexts {
  /** "3 × Armado de expediente" */
  line(used: Pick<UsageRow, 'service' | 'units'>): string
  /** The text of a single charge for all of it. */
  all: string
}

/**
 * The bill's texts for used services, in the ecosystem's language: no reader is present who could choose
 * another.
 */
export const usageTexts = async (db: Db, ecosystem: string): Promise<UsageTexts> => {
  const { locale } = (await ecosystemById(db, ecosystem))!
  const names = await serviceNames(db, ecosystem)
  const words = planChangeWords[locale]
  return {
    line: ({ service, units }) => words.service(units, names.get(service)?.[locale] ?? service),
    all: words.services,
  }
}
