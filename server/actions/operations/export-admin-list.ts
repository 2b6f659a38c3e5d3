import type { AdminCustomer, AdminEcosystem, AdminLead } from '#contract/admin-list'
import type { Locale } from '#contract/locale'
import { numberText } from '#contract/number-text'
import { BillingError } from '../../base/billing-error.ts'
import { isoDay } from '../../billing/calendar/date-text.ts'
import { sellersTimeZone } from '../../billing/calendar/time-zone.ts'
import type { Deps } from '../../deps.ts'
import { adminListWords } from '../../words/admin-lists.ts'
import type { Cell } from '../overview/export.ts'
import { adminCustomers, adminEcosystems, adminLeads } from './admin-lists.ts'

/** A spreadsheet's content; a bigint is an amount of money in minor units. */
export interface AdminSheet {
  /** The file's name without its extension. */
  name: string
  columns: string[]
  rows: Cell[][]
}

/** The most that one file holds and the process builds in memory. */
const rowsAtMost = 20_000

const date = (text: string | null) => (text === null ? null : new Date(text))

const customerCells = (one: AdminCustomer): Cell[] => [
  one.ecosystem,
  one.company,
  one.email,
  one.catalogue,
  one.providerId,
  one.status,
  one.planName,
  one.planVersion,
  one.interval,
  one.licences,
  date(one.nextPayment?.date ?? null),
  one.nextPayment && BigInt(one.nextPayment.amount.amount),
  BigInt(one.paid.amount),
  one.currency,
  date(one.since),
]

const ecosystemCells = (one: AdminEcosystem): Cell[] => [
  one.id,
  one.company,
  one.email,
  one.catalogue,
  one.status,
  one.planName,
  one.planVersion,
  one.currency,
  one.locale,
  one.database,
  date(one.trialEndsAt),
  date(one.createdAt),
  one.provisioned ? '✓' : '',
]

const leadCells = (one: AdminLead): Cell[] => [
  one.id,
  one.catalogue,
  one.plan,
  one.name,
  one.company,
  one.email,
  one.phone,
  one.message,
  one.locale,
  date(one.at),
]

const lists = {
  customers: async (...asked: Parameters<typeof adminCustomers>) =>
    cells(await adminCustomers(...asked), customerCells),
  ecosystems: async (...asked: Parameters<typeof adminEcosystems>) =>
    cells(await adminEcosystems(...asked), ecosystemCells),
  leads: async (...asked: Parameters<typeof adminLeads>) => cells(await adminLeads(...asked), leadCells),
}

const cells = <Row>({ rows, total }: { rows: Row[]; total: number }, of: (row: Row) => Cell[]) => ({
  rows: rows.map(of),
  total,
})

/** A whole list as a spreadsheet; one that is too long for a file is a `BillingError('list-too-long')`. */
export const exportAdminList = async (
  deps: Deps,
  list: keyof typeof lists,
  { search, locale }: { search: string; locale: Locale },
): Promise<AdminSheet> => {
  const { file, columns } = adminListWords[locale][list]
  const { rows, total } = await lists[list](deps, { search, limit: rowsAtMost, offset: 0 }, locale)
  if (total > rowsAtMost) throw new BillingError('list-too-long', { most: numberText(rowsAtMost, locale) })
  const day = isoDay(deps.clock.now(), sellersTimeZone)
  return { name: `${file}-${day}`, columns, rows }
}
