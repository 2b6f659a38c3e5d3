import { ecosystemById } from '../../db/ecosystems.ts'
import type { Db } from '../../db/open.ts'
import { serviceNames, type UsageRow } from '../../db/usage.ts'
import { planChangeWords } from '../../words/plan-change.ts'

export interface UsageTexts {
  /** "3 × Armado de expediente" */
  line(used: Pick<UsageRow, 'service' | 'units'>): string
  /** All of it in one charge. */
  all: string
}

/** How services that were used read on a bill: in the language of the ecosystem, since nobody is there who reads another. */
export const usageTexts = async (db: Db, ecosystem: string): Promise<UsageTexts> => {
  const { locale } = (await ecosystemById(db, ecosystem))!
  const names = await serviceNames(db, ecosystem)
  const words = planChangeWords[locale]
  return {
    line: ({ service, units }) => words.service(units, names.get(service)?.[locale] ?? service),
    all: words.services,
  }
}
