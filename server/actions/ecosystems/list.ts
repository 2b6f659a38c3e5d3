import { asc, eq } from 'drizzle-orm'
import type { EcosystemStatus } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { dateText } from '../../billing/calendar/date-text.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { ecosystems, planVersions } from '../../db/tables/index.ts'
import type { Deps } from '../../deps.ts'

/** An ecosystem as a line of a list. */
export interface ListedEcosystem {
  id: string
  company: string
  catalogue: string
  planName: string
  status: EcosystemStatus
  /** When its data was deleted, as people write it; null: it is there. */
  deletedOn: string | null
}

/** Every ecosystem, in the order in which they came. */
export const listEcosystems = async (deps: Deps, locale: Locale): Promise<ListedEcosystem[]> => {
  const rows = await deps.db
    .select({ ecosystem: ecosystems, planName: planVersions.name })
    .from(ecosystems)
    .innerJoin(planVersions, eq(planVersions.id, ecosystems.version))
    .orderBy(asc(ecosystems.number))
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
