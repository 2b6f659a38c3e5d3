import { type CSSResult, css } from 'lit'

/** Plan, payment and use. */
export const panelBodyStyles: CSSResult = css`
  h3 {
    font-weight: 600;
  }
  [part='outcome']:empty {
    position: absolute;
  }
  [part='cards'] [part~='card'] {
    display: flex;
    flex-direction: column;
  }
  [part='plan-name'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    font-size: var(--_text-4);
    font-weight: 650;
    line-height: 1.25;
  }
  [part~='status'] {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: 2px calc(var(--_space) * 2.5);
    border-radius: 99px;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: var(--_text-1);
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }
  [part~='status']::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: 2px solid;
    border-radius: 50%;
  }
  [part~='status-good']::before {
    background: currentcolor;
  }
  [part~='status-bad'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  [part~='status-bad']::before {
    border-radius: 2px;
    rotate: 45deg;
    background: currentcolor;
  }
  [part~='status-idle'] {
    background: var(--_line);
    color: var(--_ink);
  }
  [part='sentence'] {
    font-size: var(--_text-3);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
    text-wrap: pretty;
  }
  [part='row'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  [part='row'] [part~='action'] {
    margin: calc(var(--_space) * -1) calc(var(--_space) * -2);
    padding-inline: calc(var(--_space) * 2);
  }
  [part='help'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
  [part='end'] {
    display: grid;
    gap: calc(var(--_space) * 3);
    justify-items: start;
    margin-block-start: auto;
  }
  h4 {
    font-size: var(--_text-2);
    font-weight: 600;
  }
  [part='measures'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: calc(var(--_space) * 6) calc(var(--_space) * 10);
  }
  [part='measure'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  [part='measured'],
  [part='number'] {
    font-variant-numeric: tabular-nums;
  }
  [part~='bar'] {
    display: block;
    border-radius: 4px;
  }
  [part='bar-room'] {
    fill: var(--_line);
  }
  [part='bar-used'] {
    fill: var(--_accent);
  }
  [part~='bar-near'] [part='bar-used'] {
    fill: var(--_danger);
  }
  figure {
    display: grid;
    gap: var(--_space);
    justify-content: start;
  }
  [part='months'] {
    display: flex;
    margin-inline: -4px;
    color: var(--_muted);
    font-size: 0.6875rem;
    line-height: 1.2;
    white-space: nowrap;
  }
  [part='months'] span {
    inline-size: 28px;
    text-align: center;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block: calc(var(--_space) * 2);
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  tbody tr:last-child > * {
    padding-block-end: 0;
    border: 0;
  }
  :is(th, td)[part='number'],
  :is(th, td)[part='files'] {
    text-align: end;
    white-space: nowrap;
  }
  [part='card-end'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  [part='card-end'] [part~='action'] {
    margin-inline: calc(var(--_space) * -2);
    padding-inline: calc(var(--_space) * 2);
  }
  [part~='action-leave'] {
    color: var(--_muted);
  }
  @container (max-width: 30rem) {
    [part='services'] tr {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      padding-block: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }
    [part='services'] tbody tr:last-child {
      padding-block-end: 0;
      border: 0;
    }
    [part='services'] :is(th, td) {
      padding: var(--_space) 0;
      border: 0;
    }
    [part='services'] :first-child:is(th) {
      grid-column: 1 / -1;
      font-weight: 600;
    }
    [part='services'] :nth-child(2) {
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    [part='bar-room'] {
      fill: GrayText;
    }
    [part='bar-used'] {
      fill: Highlight;
    }
    [part~='status']::before,
    [part='open']::before {
      forced-color-adjust: none;
    }
  }
  @media print {
    [part='card-end'],
    [part='pdf'],
    [part~='more'],
    [part='open']::before {
      display: none;
    }
    [part~='card'] {
      break-inside: auto;
    }
    tr {
      break-inside: avoid;
    }
  }
`
