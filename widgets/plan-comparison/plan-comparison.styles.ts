import { css } from 'lit'

/** Rows are flex lines, so that a phone can put a row's name above its values and groups can be skipped off screen. */
export const planComparisonStyles = css`
  table,
  thead,
  tbody,
  th,
  td {
    display: block;
    min-inline-size: 0;
  }
  tr {
    display: flex;
    flex-wrap: wrap;
  }
  th,
  td {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 2);
    font-weight: inherit;
    text-align: center;
    overflow-wrap: anywhere;
  }
  tr > :not(:first-child) {
    flex: 1 1 0;
  }
  tr > :first-child {
    flex: 0 0 100%;
    text-align: start;
  }
  tbody {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 420px;
  }
  tbody tr {
    border-block-start: 1px solid var(--_line);
  }
  tbody tr:first-child {
    border: 0;
  }
  tbody th {
    color: var(--_muted);
    padding-block-end: 0;
  }
  [part~='group'] {
    padding-block: calc(var(--_space) * 7) calc(var(--_space) * 2);
    color: var(--_ink);
    font-size: var(--_text-3);
    font-weight: 650;
  }
  thead {
    position: sticky;
    inset-block-start: var(--_sticky-top);
    z-index: 1;
    background: var(--waizant-canvas, var(--_surface));
    border-block-end: 1px solid var(--_line);
  }
  [part~='controls'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  [part~='differences'] {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    cursor: pointer;
  }
  [part~='differences'] input {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='base']:has([type='checkbox']:checked) [data-same] {
    display: none;
  }
  [part~='name'] {
    display: block;
    font-size: var(--_text-3);
    font-weight: 650;
  }
  [part~='mark'] {
    font-size: var(--_text-1);
    font-weight: 600;
    color: var(--_accent-text);
  }
  [part~='plan'] [part~='amount'] {
    font-size: var(--_text-3);
  }
  [part~='plan'] :is([part~='price-hint'], [part~='saving'], [part~='action-quiet']) {
    display: none;
  }
  [part~='plan'] [part~='action'] {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    min-block-size: 40px;
    inline-size: 100%;
    font-size: var(--_text-1);
  }
  [part~='yes'],
  [part~='no'] {
    display: inline-block;
    inline-size: 0.9em;
    block-size: 0.5em;
    border: solid var(--_accent);
    border-width: 0 0 2px 2px;
    rotate: -45deg;
    translate: 0 -0.25em;
  }
  [part~='no'] {
    border-color: var(--_edge);
    border-width: 0 0 2px;
    rotate: none;
  }
  [part~='skeleton'] {
    min-block-size: 640px;
    border-radius: var(--_radius-card);
    background: color-mix(in oklab, var(--_muted) 8%, var(--_surface));
  }
  @container (min-width: 680px) {
    tr > :first-child {
      flex: 0 0 30%;
    }
    tr > [part~='group'] {
      flex-basis: 100%;
    }
    tbody th {
      padding-block-end: calc(var(--_space) * 2.5);
    }
    [part~='controls'] {
      flex-direction: column;
      align-items: flex-start;
      justify-content: flex-end;
    }
  }
  @media print {
    thead {
      position: static;
    }
    tbody {
      content-visibility: visible;
    }
  }
`
