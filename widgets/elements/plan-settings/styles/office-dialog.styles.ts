import { css } from 'lit'

/** Confirmations, a short form, and the list of keyboard shortcuts. */
export const officeDialogStyles = css`
  form,
  [part='text'] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  [part='text'] {
    margin-block-end: calc(var(--_space) * 6);
    text-wrap: pretty;
  }
  [part='prices'] {
    display: grid;
    gap: var(--_space);
    font-variant-numeric: tabular-nums;
  }
  [part='prices'] li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    align-items: baseline;
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  [part='amount'] {
    font-weight: 600;
  }
  [part~='quiet'] {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  [part='field'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  label {
    font-weight: 600;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: max(16px, var(--_text-2)) / 1.4 var(--_font);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  [part='fault'] {
    color: var(--_danger);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 3);
  }
  [part~='action-danger'] {
    border-color: var(--_danger);
    background: var(--_danger);
  }
  [part~='action-danger']:hover {
    background: color-mix(in oklab, var(--_danger), var(--_ink) 20%);
  }
  dl {
    display: grid;
    margin-block-start: calc(var(--_space) * 2);
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(8rem, 2fr) 3fr;
    gap: calc(var(--_space) * 4);
    align-items: baseline;
    padding-block: calc(var(--_space) * 2.5);
    border-block-start: 1px solid var(--_line);
  }
  kbd {
    font: 600 var(--_text-1) / 1.5 ui-monospace, monospace;
  }
`
