/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { html } from '../../../base/html.ts'

export interface Column {
  title: string
  /** Amounts and counts are aligned to the end of their cell. */
  isNumber?: boolean
}

/**
 * A read-only table; on a phone each row becomes a card.
 *
 * @csspart table - a table to read
 * @csspart cell - a cell of it; `cell-number` an amount or a count
 */
export const table = (
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
): unknown => html`
  <table part="table" role="table" aria-label=${label} ?data-wide=${columns.length > 4}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(({ title, isNumber }) => html`<th role="columnheader" scope="col" part="cell ${isNumber ? 'cell-number' : ''}">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) => html`
          <tr role="row">
            ${cells.map((cell, index) =>
              index
                ? html`<td role="cell" part="cell ${columns[index]!.isNumber ? 'cell-number' : ''}" data-label=${columns[index]!.title}><span>${cell}</span></td>`
                : html`<th role="rowheader" scope="row" part="cell">${cell}</th>`,
            )}
          </tr>
        `,
      )}
    </tbody>
  </table>
`
