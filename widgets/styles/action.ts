import { css } from 'lit'

/** Buttons and links that act: one that leads, one that is quiet. */
export const actionStyles = css`
  [part~='action'] {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_accent-text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background 0.15s,
      border-color 0.15s,
      color 0.15s;
  }
  [part~='action']:hover {
    background: var(--_accent-soft);
  }
  [part~='action-main'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='action-main']:hover {
    background: var(--_accent-hover);
    border-color: var(--_accent-hover);
  }
  [part~='action-quiet'] {
    border-color: transparent;
    min-block-size: 36px;
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentcolor 35%, transparent);
    text-underline-offset: 0.2em;
  }
  [part~='action'][aria-busy='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  [part~='action'][aria-busy='true']::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  [part~='problem'] {
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius-control);
    border-inline-start: 3px solid var(--_danger);
    background: var(--_danger-soft);
    font-size: var(--_text-1);
  }
  [part~='retry'] {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`
