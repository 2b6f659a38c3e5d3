import writeExcelFile from 'write-excel-file/node'
import type { AdminSheet } from '../../actions/operations/export-admin-list.ts'
import type { Cell } from '../../actions/overview/export.ts'

/** A table as a spreadsheet. A text stays a text, even with a leading "=", and never becomes a formula. */
export const xlsx = async ({ columns, rows }: AdminSheet): Promise<Buffer<ArrayBuffer>> => {
  const heading = columns.map((name) => ({
    value: writable(name),
    type: String,
    fontWeight: 'bold' as const,
  }))
  const widths = columns.map((name, index) => ({ width: widthOf(name, rows, index) }))
  const file = writeExcelFile([heading, ...rows.map((row) => row.map(cellOf))], {
    columns: widths,
    stickyRowsCount: 1,
  })
  return Buffer.from(await file.toBuffer())
}

const cellOf = (value: Cell) => {
  if (value === null || value === '') return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
  // Displayed with two decimals; the file holds a number, as in every spreadsheet.
  if (typeof value === 'bigint') return { value: Number(value) / 100, type: Number, format: '#,##0.00' }
  if (typeof value === 'number') return { value, type: Number }
  return { value: writable(value), type: String }
}

/**
 * A spreadsheet's text has a maximum length and no control characters. SpreadsheetML reads `_x0041_` as the
 * character with that code, so the underscore of such a text is escaped.
 */
const writable = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML refuses
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, 32_000)
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

const widthOf = (name: string, rows: Cell[][], column: number): number => {
  const longest = rows.slice(0, 200).map((row) => String(row[column] ?? '').length)
  return Math.min(60, Math.max(name.length, 10, ...longest) + 2)
}
