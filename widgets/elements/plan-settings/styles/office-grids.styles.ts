import { css } from 'lit'

/** Editable tables: they look and work like a spreadsheet; on a phone each row becomes a card. */
export const officeGridStyles = css`
  [part='packages'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  [part='packages'] > [part~='action'] {
    justify-self: start;
  }
  [part~='grid'] {
    border: 1px solid var(--_line);
    border-collapse: separate;
    border-spacing: 0;
    border-radius: var(--_radius-control);
  }
  [part~='grid'] :is(th, td) {
    padding: 0;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 1px solid var(--_line);
    vertical-align: top;
  }
  [part~='grid'] :is(th, td):first-child {
    border-inline-start: 0;
  }
  [part~='grid'] thead :is(th, td) {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-start: 0;
    background: color-mix(in oklab, var(--_line) 35%, var(--_surface));
    line-height: 1.3;
    overflow-wrap: normal;
  }
  [part~='grid'] thead :first-child {
    border-start-start-radius: var(--_radius-control);
  }
  [part~='grid'] thead :last-child {
    border-start-end-radius: var(--_radius-control);
  }
  [part~='grid'] tbody th {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-content: center;
  }
  [part~='grid'] [part='input'] {
    display: block;
    min-block-size: 40px;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: max(16px, var(--_text-2));
  }
  [part~='grid'] [part='input']:hover:not(:read-only) {
    background: var(--_accent-soft);
  }
  [part~='grid'] [part='input']:focus {
    position: relative;
    z-index: 1;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_surface);
  }
  [part~='grid'] [part='input'][aria-invalid='true'] {
    background: var(--_danger-soft);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  [part~='grid'] [inputmode='numeric'],
  [part~='grid'] [inputmode='decimal'] {
    text-align: end;
  }
  [part~='grid'] :is([part='fault'], [part='missing']) {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3) calc(var(--_space) * 1.5);
    line-height: 1.35;
  }
  [part~='grid'] td[part='total'] {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    line-height: 24px;
    font-weight: 600;
    white-space: nowrap;
  }
  [part='total'],
  [part='number'] {
    text-align: end;
  }
  [part~='grid'] [part='said'] td {
    padding: 0 calc(var(--_space) * 1) calc(var(--_space) * 2);
    border: 0;
  }
  [part~='grid'] [part='said'][data-fault] td {
    background: var(--_danger-soft);
  }
  [part='icon'] {
    display: block;
    inline-size: 40px;
    block-size: 40px;
    margin-inline: auto;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_muted);
    font: 1.25rem/1 var(--_font);
    cursor: pointer;
  }
  [part='icon']:hover {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  [part='icon']:focus-visible {
    outline-offset: -2px;
  }
  [part~='grid'] [part='side'] {
    inline-size: 44px;
  }
  @container (max-width: 40rem) {
    [part~='grid-cards'],
    [part~='grid-cards'] :is(tbody, tr, th, td) {
      display: block;
    }
    [part~='grid-cards'] thead {
      position: absolute;
      overflow: hidden;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
    [part~='grid-cards'] tbody tr + tr {
      border-block-start: 1px solid var(--_edge);
    }
    [part~='grid-cards'] tbody :is(th, td) {
      inline-size: auto;
      border-inline-start: 0;
    }
    [part~='grid-cards'] tbody tr > :first-child {
      border-block-start: 0;
    }
    [part~='grid-cards'] td[data-label] {
      display: grid;
      grid-template-columns: minmax(5rem, 9rem) 1fr;
      align-items: center;
      /* The label gives way, so that no amount breaks between two digits. */
      overflow-wrap: normal;
    }
    [part~='grid-cards'] td[data-label] > * {
      grid-column: 2;
    }
    [part~='grid-cards'] td[data-label]::before {
      content: attr(data-label);
      padding-inline-start: calc(var(--_space) * 3);
      color: var(--_muted);
      font-size: var(--_text-1);
      font-weight: 500;
      line-height: 1.3;
      text-align: start;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    [part~='grid-cards'] td[part='total'] {
      padding-inline-start: 0;
    }
    [part~='grid-cards'] td:empty {
      display: none;
    }
    [part='packages'] [part~='grid'] [part='input'],
    [part~='grid'] td[part='total'],
    [part~='grid'] thead th {
      padding-inline: calc(var(--_space) * 2);
    }
  }
`
