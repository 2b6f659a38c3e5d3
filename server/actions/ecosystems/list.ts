import type { EcosystemStatus } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { dateText } from '../../billing/calendar/date-text.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { allEcosystems } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

/** An ecosystem as a line of a list. */
export interface ListedEcosystem {
  id: string
  company: string
  catalogue: string
  planName: string
  status: EcosystemStatus
  /** The formatted date on which its data was deleted; null: it was not. */
  deletedOn: string | null
}

/** Every ecosystem, in the order in which they came. */
export const listEcosystems = async (deps: Deps, locale: Locale): Promise<ListedEcosystem[]> => {
  const rows = await allEcosystems(deps.db)
  const now = deps.clock.now()
  return rows.map(({ ecosystem, planName }) => ({
    id: ecosystem.id,
    company: ecosystem.company,
    catalogue: ecosystem.catalogue,
    planName: planName[locale],
    status: statusAt(ecosystem, now),
    deletedOn:
      ecosystem.deletionRequestedAt && dateText(ecosystem.deletionRequestedAt, locale, ecosystem.timeZone),
  }))
}
