import { css } from 'lit'

export const planChangeStyles = css`
  :host([wide]) {
    --_dialog-size: 56rem;
  }
  h3 {
    font-size: var(--_text-2);
    line-height: 1.4;
  }
  form,
  [part='review'],
  [part='meaning'],
  [part='bill'],
  [part='outcome'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
  }
  [part='choice'] {
    margin-block-start: calc(var(--_space) * 2);
  }
  [part='switch-interval'] {
    justify-self: start;
  }
  [part='options'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: 0;
    background: none;
  }
  [part='options'] label {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: baseline;
    justify-content: stretch;
    gap: var(--_space) calc(var(--_space) * 3);
    min-block-size: 64px;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: none;
    box-shadow: none;
    font-weight: inherit;
  }
  [part='options'] label:is(:hover, :has(:checked)) {
    border-color: var(--_accent);
  }
  [part='options'] label:has(:checked) {
    box-shadow: 0 0 0 1px var(--_accent);
    background: var(--_accent-soft);
  }
  [part='options'] label:has(:disabled) {
    border-color: transparent;
    background: color-mix(in oklab, var(--_line) 40%, transparent);
    cursor: default;
  }
  [part='options'] input {
    position: static;
    align-self: start;
    inline-size: 20px;
    block-size: 20px;
    opacity: 1;
    accent-color: var(--_accent);
  }
  [part='options'] :disabled {
    visibility: hidden;
  }
  [part='option-name'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  [part='mark'] {
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid;
    border-radius: 99px;
  }
  [part='option-price'] {
    display: grid;
    justify-items: end;
    line-height: 1.3;
  }
  [part='option-text'] {
    grid-column: 2 / -1;
  }
  small,
  [part='quiet'] {
    color: var(--_muted);
    font-size: var(--_text-1);
    font-weight: 400;
  }
  strong,
  td,
  dd,
  [part='due-amount'],
  [part='option-price'] {
    font-variant-numeric: tabular-nums;
  }
  form > [part='done'],
  dialog > [part='done'],
  dialog > [part='problem'] {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  dialog > [part~='action'] {
    inline-size: 100%;
  }
  [part='review'] {
    gap: calc(var(--_space) * 6);
  }
  :is([part='gains'], [part='losses'], [part='keeps']) li {
    position: relative;
    padding: var(--_space) 0 var(--_space) calc(var(--_space) * 6);
  }
  :is([part='gains'], [part='losses'], [part='keeps']) li::before {
    content: '+';
    position: absolute;
    inset-inline-start: 2px;
    color: var(--_accent);
    font-weight: 700;
  }
  [part='keeps'] li::before {
    content: '=';
  }
  [part='losses'] li::before {
    content: '−';
    color: var(--_danger);
  }
  [part='due-amount'] {
    font-size: var(--_text-5);
    font-weight: 680;
    line-height: 1.15;
  }
  [part='due'] {
    margin-block-end: calc(var(--_space) * 2);
  }
  [part='bill-due'] {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_ink);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  [part='bill'] {
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }
  [part='period'] p {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: calc(var(--_space) * 3);
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  [part='bar'] {
    display: block;
  }
  [part='bar-left'] {
    fill: var(--_accent);
  }
  [part='bar-used'] {
    fill: var(--_muted);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: calc(var(--_space) * 2) 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  td {
    padding-inline-start: calc(var(--_space) * 4);
    text-align: end;
    white-space: nowrap;
  }
  th[part='group'] {
    padding-block: calc(var(--_space) * 3) var(--_space);
    border: 0;
    font-weight: 600;
  }
  tbody:first-child th[part='group'] {
    padding-block-start: 0;
  }
  [part='group'] small {
    display: block;
  }
  [part='line line-credit'] td {
    color: var(--_accent);
  }
  [part='sum'] :is(th, td) {
    font-weight: 600;
  }
  tbody:last-child tr:last-child :is(th, td) {
    border: 0;
  }
  [part='balance'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 5);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  dd {
    font-weight: 600;
  }
  [part='was'] {
    color: var(--_muted);
    font-weight: 400;
  }
  [part='due-amount'] [part='was'] {
    display: block;
    font-size: var(--_text-3);
  }
  mark {
    padding-inline: var(--_space);
    border-radius: 4px;
    background: color-mix(in oklab, gold 45%, var(--_surface));
    color: inherit;
  }
  [part='outcome'] {
    justify-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 4) calc(var(--_space) * 8);
    text-align: center;
  }
  [part='outcome'] + [part='buttons'] > * {
    flex: 1 1 auto;
  }
  [part='tick'] {
    fill: var(--_accent-soft);
    stroke: var(--_accent);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    margin-block-end: calc(var(--_space) * 2);
  }
  [part='tick'] path {
    fill: none;
    stroke-width: 3.5;
  }
  [part='skeleton'] {
    block-size: 260px;
    border-radius: var(--_radius-card);
    background: var(--_line);
  }
  @media (min-width: 760px) {
    [part='review'] {
      grid-template-columns: 5fr 6fr;
      gap: calc(var(--_space) * 8);
    }
  }
`
