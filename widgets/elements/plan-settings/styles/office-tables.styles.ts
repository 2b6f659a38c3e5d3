import { type CSSResult, css } from 'lit'

/** Each row of a read-only table as a card. */
const asCards = (table: CSSResult): CSSResult => css`
  :is(${table}) {
    border: 0;
    background: none;
  }
  :is(${table}),
  :is(${table}) :is(tbody, tr, th, td) {
    display: block;
  }
  :is(${table}) thead {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }
  :is(${table}) tbody {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: calc(var(--_space) * 3);
  }
  :is(${table}) tbody tr {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  :is(${table}) tbody [part~='cell'] {
    display: grid;
    grid-template-columns: minmax(5.5rem, 2fr) 3fr;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) 0;
    border: 0;
    text-align: start;
  }
  :is(${table}) tbody th[part~='cell'] {
    display: block;
    font-size: var(--_text-3);
  }
  :is(${table}) td::before {
    content: attr(data-label);
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  :is(${table}) [part~='action'] {
    margin: 0;
  }
  :is(${table}) code,
  :is(${table}) [part~='cell-number'] {
    white-space: normal;
  }
  :is(${table}) [part~='cell-number'] {
    overflow-wrap: normal;
  }
`

/** All tables; read-only ones become cards on a phone. */
export const officeTableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: 600;
    text-align: start;
  }
  thead th {
    color: var(--_muted);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  [part='table'] {
    border: 1px solid var(--_line);
    border-collapse: separate;
    border-spacing: 0;
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  [part~='cell'] {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead [part~='cell'] {
    padding-block: calc(var(--_space) * 2.5);
    border: 0;
    overflow-wrap: normal;
  }
  [part~='cell-number'] {
    text-align: end;
    white-space: nowrap;
  }
  [part='day'],
  [part~='cell'] code {
    white-space: nowrap;
  }
  [part~='cell'] small {
    display: block;
    font-weight: 400;
  }
  [part~='cell'] [part~='action'] {
    min-block-size: 36px;
    margin-block: calc(var(--_space) * -1);
    white-space: nowrap;
  }
  [part='prices'] {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    font-size: var(--_text-1);
  }
  [part='prices'] li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }
  [part='amount'] {
    white-space: nowrap;
  }
  [part='card'] [part='table'],
  [part~='environment'] [part='table'],
  [part='change'] [part='table'] {
    border-radius: var(--_radius-control);
    font-size: var(--_text-1);
  }
  [part='change'] [part~='cell'] {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  details [part='table'] {
    margin-block-start: calc(var(--_space) * 2);
  }
  @container (max-width: 44rem) {
    ${asCards(css`[part='table']`)}
  }
  @container (max-width: 58rem) {
    ${asCards(css`[part='table'][data-wide]`)}
  }
`
