import { describe, expect, it } from 'vitest'
import { pastedCells, pasteInto } from './pasted-rows.ts'

describe('What a spreadsheet puts on the clipboard', () => {
  it('is lines of cells', () => {
    expect(pastedCells('50\t0.55\r\n100\t$0.50\r\n')).toEqual([
      ['50', '0.55'],
      ['100', '$0.50'],
    ])
  })

  it('is text for one cell when there is only one', () => {
    expect(pastedCells('1,234.50\n')).toBe(null)
  })

  it('may begin with headings, and have empty lines', () => {
    expect(pastedCells('Cantidad\tCosto\n50\t0.55\n\t\n100\t0.50')).toEqual([
      ['50', '0.55'],
      ['100', '0.50'],
    ])
  })
})

describe('Pasted cells', () => {
  const rows = [
    { quantity: '1', unit: '9' },
    { quantity: '2', unit: '8' },
  ]

  it('replace rows from a cell on, and make those that are missing', () => {
    const cells = [
      ['20', '7'],
      ['30', '6'],
    ]
    expect(pasteInto(rows, cells, { row: 1, column: 'quantity' })).toEqual([
      { quantity: '1', unit: '9' },
      { quantity: '20', unit: '7' },
      { quantity: '30', unit: '6' },
    ])
  })

  it('fill one column when pasted into the last, what is right of it left out', () => {
    const cells = [
      ['5', 'total'],
      ['4', 'total'],
    ]
    expect(pasteInto(rows, cells, { row: 0, column: 'unit' })).toEqual([
      { quantity: '1', unit: '5' },
      { quantity: '2', unit: '4' },
    ])
    expect(rows[0]).toEqual({ quantity: '1', unit: '9' })
  })
})
