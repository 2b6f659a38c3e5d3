import { css } from 'lit'

export const balanceBadgeStyles = css`
  :host {
    display: inline-block;
    container-type: normal;
  }
  [part='badge'] {
    display: inline-flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    min-block-size: 36px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    cursor: pointer;
    anchor-name: --badge;
  }
  [part='badge']:hover {
    border-color: var(--_accent);
  }
  [part='label'],
  [part='use'],
  caption,
  th {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  strong,
  td {
    font-variant-numeric: tabular-nums;
  }
  [part='skeleton'] {
    display: inline-block;
    inline-size: 11rem;
    block-size: 36px;
    border-radius: 99px;
    background: var(--_line);
  }
  [part='movements'] {
    position: fixed;
    inset: auto;
    margin: calc(var(--_space) * 2) 0;
    inline-size: min(26rem, calc(100vw - var(--_space) * 8));
    max-block-size: 60dvb;
    padding: calc(var(--_space) * 4);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 16px 40px -12px rgb(0 0 0 / 0.3);
    position-anchor: --badge;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-inline, flip-block;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
  }
  time,
  [part='amount'] {
    text-align: end;
    white-space: nowrap;
  }
  [part='use'] {
    margin-block-start: calc(var(--_space) * 3);
  }
`
