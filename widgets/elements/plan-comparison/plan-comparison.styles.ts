import { css } from 'lit'

/**
 * Rows are flex lines, so that a phone can put a row's name above its values, and so that a long table can skip the
 * groups that are off screen; a short one is painted whole.
 */
export const planComparisonStyles = css`
  section:has([type='checkbox']:checked) {
    --_same: none;
  }
  [data-same] {
    --_off: var(--_same);
  }
  table,
  thead,
  th,
  td {
    display: block;
  }
  tbody {
    display: var(--_off, block);
  }
  tr {
    display: var(--_off, flex);
    flex-wrap: wrap;
  }
  th,
  td {
    flex: 1 1 1px;
    padding: calc(var(--_space) * 2.5) var(--_space);
    font-weight: inherit;
    text-align: center;
    overflow-wrap: break-word;
  }
  tr > :first-child {
    flex: 0 0 100%;
    text-align: start;
  }
  tbody:nth-last-of-type(n + 9),
  tbody:nth-last-of-type(9) ~ tbody {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 420px;
  }
  tbody tr + tr {
    border-block-start: 1px solid var(--_line);
  }
  tbody th {
    padding-block-end: 0;
    color: var(--_muted);
  }
  [part='group'] {
    padding-block: calc(var(--_space) * 7) calc(var(--_space) * 2);
    color: inherit;
    font-size: var(--_text-3);
    font-weight: 650;
  }
  thead {
    position: sticky;
    inset-block-start: var(--_sticky-top);
    z-index: 1;
    padding-block: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    background: var(--_canvas);
  }
  thead th {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    align-content: end;
    padding-block: 0;
  }
  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  [part='differences'] {
    min-block-size: 32px;
  }
  [part='differences'] input {
    inline-size: 1.15em;
    block-size: 1.15em;
    accent-color: var(--_accent);
  }
  [part='name'],
  thead [part='amount'] {
    font-size: clamp(0.9375rem, 2.6cqi, var(--_text-3));
    font-weight: 650;
    letter-spacing: 0;
  }
  thead [part='mark'] {
    order: -1;
  }
  thead [part~='price'] {
    line-height: 1.3;
  }
  thead :is([part='price-hint'], [part='saving'], [part~='action-quiet']) {
    display: none;
  }
  thead [part~='action'] {
    min-block-size: 40px;
    padding: var(--_space);
    font-size: clamp(0.75rem, 2.2cqi, var(--_text-2));
  }
  [part='yes'],
  [part='no'] {
    display: inline-block;
    inline-size: 0.9em;
    block-size: 0.5em;
    border: solid var(--_accent);
    border-width: 0 0 2px 2px;
    rotate: -45deg;
    translate: 0 -0.25em;
  }
  [part='no'] {
    border-color: var(--_edge);
    border-width: 0 0 2px;
    rotate: none;
  }
  [part='skeleton'] {
    block-size: 640px;
    border-radius: var(--_radius-card);
    background: var(--_line);
  }
  @media (max-height: 480px) {
    thead {
      position: static;
    }
  }
  @container (max-width: 679px) {
    thead {
      inset-block-start: calc(var(--_sticky-top) - 9.5rem);
    }
    [part='controls'] {
      block-size: 9rem;
      align-content: start;
    }
  }
  @container (max-width: 480px) {
    [part='name'],
    thead [part='amount'],
    tbody td {
      font-size: clamp(0.75rem, 3.9cqi, var(--_text-1));
    }
    thead th,
    td {
      padding-inline: 2px;
    }
    thead [part~='action'] {
      padding-inline: 0;
    }
    thead :is([part='mark'], [part='period']) {
      font-size: 0.6875rem;
    }
    thead [part='mark'] {
      justify-self: center;
      overflow-wrap: normal;
    }
  }
  @container (min-width: 680px) {
    tr > :first-child {
      flex-basis: max(30%, 14.5rem);
    }
    tr > [part='group'] {
      flex-basis: 100%;
    }
    tbody th {
      padding-block-end: calc(var(--_space) * 2.5);
    }
    [part='controls'] {
      flex-direction: column;
      align-items: flex-start;
      justify-content: flex-end;
    }
  }
`
