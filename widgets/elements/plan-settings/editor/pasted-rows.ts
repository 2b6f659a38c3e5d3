import type { Row } from './form.ts'

/** Rows of cells that a spreadsheet put on the clipboard; null: plain text for one cell. */
export const pastedCells = (text: string): string[][] | null => {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n')
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  if (cells.length === 1 && cells[0]!.length === 1) return null
  const filled = cells.filter((line) => line.some(Boolean))
  // The spreadsheet's headings are not a row of data.
  return filled.length > 1 && !/\d/.test(filled[0]!.join('')) ? filled.slice(1) : filled
}

const columns = ['quantity', 'unit'] as const

/** Fills a table with cells from a row and column on: adds missing rows, and drops cells beyond the last column. */
export const pasteInto = (
  rows: readonly Row[],
  cells: readonly string[][],
  from: { row: number; column: (typeof columns)[number] },
): Row[] => {
  const pasted = rows.map((row) => ({ ...row }))
  const first = columns.indexOf(from.column)
  for (const [line, values] of cells.entries()) {
    const at = from.row + line
    pasted[at] ??= { quantity: '', unit: '' }
    for (const [offset, value] of values.entries()) {
      const column = columns[first + offset]
      if (column) pasted[at][column] = value
    }
  }
  return pasted
}
