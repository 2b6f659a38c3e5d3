import { css } from 'lit'

export const billingNoticeStyles = css`
  /* No box at all, and yet a dialog that was opened here stays when the notice has gone. */
  :host(:not([code], [hidden])) {
    display: contents;
  }
  :host(:not([code])) [part~='notice'] {
    display: none;
  }
  [part~='notice'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius-card);
    background: var(--_accent-soft);
  }
  [part~='notice-grave'] {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-soft);
  }
  [part='text'] {
    flex: 1 1 18rem;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  [part~='action'] {
    min-block-size: 40px;
    background: var(--_surface);
  }
  [part='dismiss'] {
    inline-size: 40px;
    block-size: 40px;
    margin-inline: calc(var(--_space) * -2);
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: var(--_text-3) / 1 var(--_font);
    cursor: pointer;
  }
  [part='dismiss']:hover {
    background: var(--_line);
  }
  [part='problem'] {
    flex: 1 0 100%;
  }
`
