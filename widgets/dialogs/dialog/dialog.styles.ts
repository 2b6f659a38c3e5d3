import { css } from 'lit'

/** The frame of every dialog: a card that grows from its button; on a phone, a sheet from below. */
export const dialogStyles = css`
  dialog {
    inline-size: min(var(--_dialog-size, 30rem), calc(100vw - var(--_space) * 8));
    max-block-size: calc(100dvb - var(--_space) * 8);
    position: fixed;
    inset: 0;
    z-index: 2147483000;
    margin: auto;
    padding: calc(var(--_space) * 6);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 24px 64px -16px rgb(0 0 0 / 0.35);
    transition:
      opacity 0.18s,
      scale 0.18s cubic-bezier(0.2, 0.8, 0.3, 1),
      translate 0.18s cubic-bezier(0.2, 0.8, 0.3, 1);
    @starting-style {
      opacity: 0;
      scale: 0.94;
    }
  }
  ::backdrop {
    background: rgb(8 20 24 / 0.55);
  }
  [part='dialog-header'] {
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
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: 0;
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
  [part='dialog-footer'] {
    position: sticky;
    inset-block-end: calc(var(--_space) * -6);
    display: grid;
    gap: calc(var(--_space) * 3);
    margin: calc(var(--_space) * 6) calc(var(--_space) * -6) calc(var(--_space) * -6);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 3);
  }
  [part~='action-main'] {
    flex: 0 1 auto;
  }
  [part~='action']:disabled {
    border-color: transparent;
    background: var(--_line);
    color: var(--_muted);
    cursor: not-allowed;
  }
  [part='card-fields'] {
    min-block-size: 15rem;
    margin-block-start: calc(var(--_space) * 4);
  }
  @media (max-width: 600px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: none;
      max-block-size: calc(100dvb - var(--_space) * 6);
      margin-block-end: 0;
      padding: calc(var(--_space) * 5) calc(var(--_space) * 4)
        max(calc(var(--_space) * 4), env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      @starting-style {
        opacity: 1;
        scale: 1;
        translate: 0 100%;
      }
    }
    [part='dialog-footer'] {
      inset-block-end: calc(var(--_space) * -4);
      margin: calc(var(--_space) * 5) calc(var(--_space) * -4) calc(var(--_space) * -4);
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    }
    [part='buttons'] {
      flex-direction: column-reverse;
    }
  }
`
