import { css } from 'lit'

/** Styles after the first paint: the bill of another number of seats. */
export const orderingStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_text-1);
  }
  th,
  td {
    padding: calc(var(--_space) * 2) 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  td {
    padding-inline-start: calc(var(--_space) * 4);
    text-align: end;
    white-space: nowrap;
  }
  [part='summary'] {
    transition: opacity 0.15s;
  }
  [part='quote'][aria-busy='true'] {
    opacity: 0.6;
  }
  [part='quote'] {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  @media (forced-colors: active) {
    [part='bar'] {
      border: 1px solid;
    }
    [part='bar'] [part='bar-used'] {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`
