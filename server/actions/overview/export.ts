import type { Locale } from '#contract/locale'
import { isoDay } from '../../billing/calendar/date-text.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { invoiceLineText, type MirroredLine } from '../../billing/invoices/line-text.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { lineNames } from '../../db/invoices/line-names.ts'
import * as all from '../../db/operations/export.ts'
import { serviceNames } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import { balanceReason } from '../../words/balance.ts'
import { exportWords } from '../../words/export.ts'

/** A value of a table; a bigint is an amount of money in minor units. */
export type Cell = string | number | bigint | Date | null

/** A table whose rows are read on demand. */
export interface ExportTable {
  name: string
  columns: string[]
  pages: AsyncIterable<Cell[][]>
}

export interface Export {
  /** The archive's name without its extension. */
  name: string
  at: Date
  tables: ExportTable[]
}

/** All billing data of an ecosystem, in the reader's language; rows are read only when a table is consumed. */
export const exportBilling = (deps: Deps, ecosystem: Ecosystem, locale: Locale): Export => {
  const { db } = deps
  const { id, timeZone } = ecosystem
  const { archive, ...words } = exportWords[locale]
  const at = deps.clock.now()
  const day = isoDay(at, timeZone)
  const table = <Row>(
    sheet: keyof typeof words,
    pages: AsyncIterable<Row[]>,
    cells: (row: Row) => Cell[][],
  ) => ({
    name: words[sheet].file,
    columns: words[sheet].columns,
    pages: mapped(pages, cells),
  })
  return {
    name: `${archive}-${id}-${day}`,
    at,
    tables: [
      table('ecosystem', only(ecosystemCells(deps, ecosystem, locale)), (cells) => [cells]),
      table('subscriptions', all.allSubscriptions(db, id), ({ subscription: one, version }) => [
        [
          one.providerId,
          version.name[locale],
          version.number,
          one.interval,
          one.currency,
          one.providerStatus,
          one.licences,
          one.periodStart,
          one.periodEnd,
          one.cancelAt,
        ],
      ]),
      table('invoices', all.allInvoices(db, id), (one) => [
        [
          one.providerId,
          one.number,
          one.at,
          one.status,
          BigInt(one.total),
          BigInt(one.amountPaid),
          BigInt(one.balanceUsed),
          one.currency,
          one.paidAt,
          one.pdfUrl,
        ],
      ]),
      table('lines', lineRows(deps, ecosystem, locale), ({ lines, providerId, number, at, currency }) =>
        lines.map(({ text, amount }, index) => [
          providerId,
          number,
          at,
          index + 1,
          text,
          BigInt(amount),
          currency,
        ]),
      ),
      table('balance', all.allMovements(db, id), (one) => [
        [
          one.providerId,
          one.at,
          BigInt(one.amount),
          one.currency,
          balanceReason(one.reason, one.amount, locale),
          one.invoice,
        ],
      ]),
      table('purchases', all.allPurchases(db, id), (one) => [
        [
          one.id,
          one.createdAt,
          one.parameter,
          one.quantity,
          BigInt(one.unit),
          BigInt(one.total),
          one.currency,
          one.status,
          one.paidAt,
          one.deliveredAt,
        ],
      ]),
      table('usage', usageRows(deps, id, locale), ({ row, service }) => [
        [
          row.usageId,
          row.at,
          service,
          row.units,
          BigInt(row.unit),
          BigInt(row.unit) * BigInt(row.units),
          row.currency,
          row.status,
        ],
      ]),
      table('cancellations', all.allCancellations(db, id), ({ at, reason, comment, undoneAt }) => [
        [at, reason, comment, undoneAt],
      ]),
    ],
  }
}

async function* mapped<Row>(
  pages: AsyncIterable<Row[]>,
  cells: (row: Row) => Cell[][],
): AsyncGenerator<Cell[][]> {
  for await (const page of pages) yield page.flatMap(cells)
}

async function* only<Row>(row: Promise<Row>): AsyncGenerator<Row[]> {
  yield [await row]
}

const ecosystemCells = async ({ db, clock }: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Cell[]> => {
  const plan = (await offeredVersion(db, ecosystem.version))!
  return [
    ecosystem.id,
    ecosystem.company,
    ecosystem.email,
    ecosystem.catalogue,
    statusAt(ecosystem, clock.now()),
    plan.name[locale],
    plan.version,
    ecosystem.currency,
    ecosystem.timeZone,
    ecosystem.createdAt,
    ecosystem.trialEndsAt,
  ]
}

async function* lineRows({ db }: Deps, { id, timeZone }: Ecosystem, locale: Locale) {
  for await (const page of all.allInvoices(db, id)) {
    const names = await lineNames(
      db,
      id,
      page.flatMap(({ lines }) => lines),
    )
    const textOf = (line: MirroredLine) => invoiceLineText(line, names, { locale, timeZone })
    yield page.map((row) => ({
      ...row,
      lines: row.lines.map((line) => ({ text: textOf(line), amount: line.amount })),
    }))
  }
}

async function* usageRows({ db }: Deps, ecosystem: string, locale: Locale) {
  const names = await serviceNames(db, ecosystem)
  for await (const page of all.allUsage(db, ecosystem))
    yield page.map((row) => ({ row, service: names.get(row.service)?.[locale] ?? row.service }))
}
