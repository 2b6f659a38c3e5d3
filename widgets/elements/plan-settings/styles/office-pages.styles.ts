import { css } from 'lit'

/** History, environments, conflicts, the save bar and lists. */
export const officePageStyles = css`
  [part='history'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    list-style: none;
  }
  [part='change'] {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_line);
  }
  [part='change']:last-child {
    border: 0;
  }
  [part='change'] time {
    display: block;
  }
  [part='environments'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: calc(var(--_space) * 4);
  }
  [part~='environment'] {
    gap: calc(var(--_space) * 2);
    min-block-size: 8rem;
  }
  [part~='environment'] [part~='action'] {
    justify-self: start;
    margin-block-start: calc(var(--_space) * 1);
  }
  code {
    font: 0.9em ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  [part='conflict'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  [part='conflict'] > p {
    font-weight: 600;
  }
  [part='choice'] {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  [part='choice']:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  [part='choice'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }
  [part='choice'] span,
  [part='choice'] small {
    display: block;
  }
  [part~='dispute'] > [part='buttons'] {
    justify-content: end;
  }
  [part='save-bar'] {
    position: sticky;
    inset-block-end: calc(var(--_space) * 3);
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: 0 12px 32px -12px rgb(0 0 0 / 0.35);
  }
  [part='standing'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }
  [part='save-bar'] > [part='buttons'] {
    margin-inline-start: auto;
  }
  [part~='jump'] {
    min-block-size: 32px;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: 99px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_text-1);
    font-weight: 600;
    cursor: pointer;
  }
  [part~='jump-wrong'] {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
  [part~='search'] {
    flex: 1 16rem;
    max-inline-size: 26rem;
    position: relative;
  }
  [part='toolbar'] > [part~='action'] {
    margin-inline-start: auto;
  }
  [part='listed'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    transition: opacity 0.15s;
  }
  [part='listed'][aria-busy='true'] {
    opacity: 0.6;
  }
`
