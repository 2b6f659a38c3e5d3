/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { html } from '../../../base/html.ts'

export interface Column<Row> {
  title: string
  cell: (row: Row) => unknown
  /** Amounts and counts are aligned to the end of their cell. */
  isNumber?: boolean
}

/**
 * A read-only table; on a phone each row becomes a card.
 *
 * @csspart table - a table to read
 * @csspart cell - a cell of it; `cell-number` an amount or a count
 */
export const table = <Row>(
  label: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): unknown => html`
  <table part="table" role="table" aria-label=${label} ?data-wide=${columns.length > 4}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(({ title, isNumber }) => html`<th role="columnheader" scope="col" part="cell ${isNumber ? 'cell-number' : ''}">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) => html`
          <tr role="row">
            ${columns.map(({ title, cell, isNumber }, index) =>
              index
                ? html`<td role="cell" part="cell ${isNumber ? 'cell-number' : ''}" data-label=${title}><span>${cell(row)}</span></td>`
                : html`<th role="rowheader" scope="row" part="cell">${cell(row)}</th>`,
            )}
          </tr>
        `,
      )}
    </tbody>
  </table>
`

/** A cell with a second, quiet line. */
export const two = (first: unknown, second: unknown) => html`${first}<small part="quiet">${second}</small>`
