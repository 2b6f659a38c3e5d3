import { css } from 'lit'

/** The switch between catalogues, cards, and offers such as restoring a draft. */
export const officeCardStyles = css`
  [part='catalogues'] {
    display: flex;
    padding: 3px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius-control) + 3px);
    background: var(--_surface);
  }
  [part='catalogue'] {
    display: flex;
    align-items: center;
    min-block-size: 36px;
    padding: 0 calc(var(--_space) * 4);
    border-radius: var(--_radius-control);
    font-size: var(--_text-1);
    font-weight: 600;
    cursor: pointer;
  }
  [part='catalogue']:has(:checked) {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part='catalogue'] input {
    position: absolute;
    opacity: 0;
  }
  [part~='card'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  [part='card-head'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
  }
  [part='card-head'] > :last-child:not(:first-child) {
    margin-inline-start: auto;
  }
  [part='card-head'] [part~='action'] {
    margin-block: calc(var(--_space) * -2);
  }
  [part~='offer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-card);
    background: var(--_accent-soft);
    text-wrap: pretty;
  }
  [part~='offer-calm'] {
    border-color: var(--_line);
    background: var(--_surface);
  }
  [part~='offer'] p {
    flex: 1 20rem;
  }
`
