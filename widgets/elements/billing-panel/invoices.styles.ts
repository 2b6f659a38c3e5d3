import { type CSSResult, css } from 'lit'

/** Invoices: a table where there is room, cards on a phone. */
export const invoicesStyles: CSSResult = css`
  [part='open'] {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  [part='open']::before {
    content: '';
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    margin-inline: 2px;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    transition: rotate 0.15s;
  }
  [part='open'][aria-expanded='true']::before {
    rotate: 45deg;
  }
  [part='open']:hover {
    color: var(--_accent);
  }
  [part='invoice'][data-open] > * {
    border-color: transparent;
  }
  [part='details'] td {
    padding: 0 0 calc(var(--_space) * 4);
  }
  [part='lines'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius-control);
    background: var(--_canvas);
  }
  [part='lines'] li {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
  }
  [part='lines'] [part='number'] {
    white-space: nowrap;
  }
  [part='pdf'] {
    display: inline-grid;
    align-content: center;
    min-inline-size: 32px;
    min-block-size: 32px;
    color: var(--_accent);
    font-weight: 600;
    text-underline-offset: 0.25em;
  }
  [part~='more'] {
    justify-self: center;
    min-block-size: 40px;
  }
  @container (max-width: 36rem) {
    [part='invoices'],
    [part='invoices'] :is(tbody, tr, th, td) {
      display: block;
    }
    [part='invoices'] thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    [part='invoices'] :is(th, td) {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 4);
      min-block-size: 32px;
      padding: 0;
      border: 0;
      white-space: normal;
    }
    [part='invoices'] td::before {
      content: attr(data-label) / '';
      color: var(--_muted);
      font-size: var(--_text-1);
    }
    [part='invoices'] td:empty,
    [part='invoice'] [part='files']:not(:has(a)) {
      min-block-size: 0;
    }
    [part='files']:not(:has(a))::before,
    [part='details'] td::before {
      display: none;
    }
    [part='invoice'] {
      padding-block: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }
    [part='invoice']:first-child {
      border: 0;
      padding-block-start: 0;
    }
    [part='details'] {
      padding-block-end: calc(var(--_space) * 3);
    }
    [part='lines'] {
      flex: 1;
    }
    [part~='more'] {
      justify-self: stretch;
    }
  }
`
