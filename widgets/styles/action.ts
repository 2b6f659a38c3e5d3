import { css } from 'lit'

/** Buttons and links: the main one, the others, and a quiet one. */
export const actionStyles = css`
  [part~='action'] {
    display: var(--_off, flex);
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
  }
  [part~='action-main'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='action-quiet'] {
    min-block-size: 36px;
    border-color: transparent;
    font-weight: 500;
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }
`
