import { css } from 'lit'

/** Buttons and links that act: one that leads, others, and one that is quiet. */
export const actionStyles = css`
  [part~='action'] {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background 0.15s;
  }
  [part~='action']:hover {
    background: var(--_accent-soft);
  }
  [part~='action-main'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='action-main']:hover {
    background: color-mix(in oklab, var(--_accent), var(--_ink) 20%);
  }
  [part~='action-quiet'] {
    border-color: transparent;
    min-block-size: 36px;
    font-weight: 500;
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }
  [part~='action'][aria-busy='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  [part~='action'][aria-busy='true']::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid;
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
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`
