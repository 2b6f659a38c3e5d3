import { css } from 'lit'

export const formDialogStyles = css`
  dialog {
    inline-size: min(30rem, calc(100vw - var(--_space) * 8));
    max-block-size: calc(100dvb - var(--_space) * 8);
    margin: auto;
    padding: calc(var(--_space) * 6);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 24px 64px -16px rgb(0 0 0 / 0.35);
    transition:
      opacity 0.18s,
      translate 0.18s;
    @starting-style {
      opacity: 0;
      translate: 0 12px;
    }
  }
  ::backdrop {
    background: rgb(8 20 24 / 0.55);
  }
  header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 2);
  }
  h2 {
    font-size: var(--_text-4);
    line-height: 1.25;
    text-wrap: balance;
  }
  [part='close'] {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin: calc(var(--_space) * -2) calc(var(--_space) * -2) 0 0;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_muted);
    font: var(--_text-4) / 1 var(--_font);
    cursor: pointer;
  }
  [part='close']:hover {
    background: var(--_line);
  }
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
