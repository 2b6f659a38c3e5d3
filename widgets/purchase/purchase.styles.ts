import { css } from 'lit'

/** The frame of a purchase, its amounts, and the number field with two buttons. */
export const purchaseStyles = css`
  [part='base'],
  [part='choice'],
  [part~='summary'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
  }
  [part='base'] {
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  [part='heading'],
  [part='total'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: calc(var(--_space) * 4);
  }
  h2 {
    font-size: var(--_text-3);
    line-height: 1.3;
    outline: 0;
  }
  small,
  [part='quiet'] {
    color: var(--_muted);
    font-size: var(--_text-1);
    font-weight: 400;
  }
  [part='amount'] {
    font-size: var(--_text-4);
    font-weight: 680;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  [part='stepper'] {
    display: flex;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
  }
  [part='step'],
  [part='quantity'] {
    block-size: 42px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: inherit;
    text-align: center;
  }
  [part='step'] {
    inline-size: 42px;
    color: var(--_accent);
    font-size: var(--_text-3);
    cursor: pointer;
  }
  [part='quantity'] {
    inline-size: 4.5rem;
    font-weight: 600;
    appearance: textfield;
  }
  ::-webkit-inner-spin-button {
    appearance: none;
  }
  [part='link'] {
    flex: none;
    min-block-size: 32px;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  :disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  i {
    display: block;
    block-size: 44px;
    margin-block-end: calc(var(--_space) * 4);
    border-radius: var(--_radius-control);
    background: var(--_line);
  }
`
