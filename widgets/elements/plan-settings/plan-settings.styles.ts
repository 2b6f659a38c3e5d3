import { css } from 'lit'

/** Styles of the first paint. */
export const planSettingsStyles = css`
  [part='notice'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  [part='notice'] button {
    justify-self: start;
  }
  [part='skeleton'] {
    display: block;
    inline-size: 60%;
    block-size: 1.5em;
    border-radius: var(--_radius-control);
    background: var(--_line);
  }
`
