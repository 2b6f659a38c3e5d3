import { css } from 'lit'

export const formDialogStyles = css`
  form,
  [part='done'] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  [part='done'] {
    margin-block: calc(var(--_space) * 4) calc(var(--_space) * 6);
    padding: calc(var(--_space) * 4);
    outline: 0;
    font-size: inherit;
  }
  [part='intro'],
  small {
    color: var(--_muted);
  }
  [part='field'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  label {
    font-weight: 600;
  }
  small {
    font-weight: 400;
  }
  input,
  textarea {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: max(16px, var(--_text-2)) / 1.4 var(--_font);
    resize: vertical;
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
  button[part~='action'] {
    inline-size: 100%;
  }
  code {
    font-family: ui-monospace, monospace;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`
