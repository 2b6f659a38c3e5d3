import { css } from 'lit'

/** Text fields and checkboxes. */
export const officeFieldStyles = css`
  [part='pair'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
  }
  [part='short'] {
    max-inline-size: 14rem;
  }
  [part~='field'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    align-content: start;
  }
  [part~='field'] label,
  [part='label'] {
    font-size: var(--_text-1);
    font-weight: 600;
  }
  [part='value'] {
    min-block-size: 44px;
    align-content: center;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: max(16px, var(--_text-2)) / 1.4 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  [part='input']:read-only {
    border-color: var(--_line);
    background: none;
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  [part='input']::placeholder {
    color: var(--_muted);
    opacity: 0.75;
  }
  [part='fault'],
  [part='missing'] {
    color: var(--_danger);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  [part='missing'] {
    color: var(--_muted);
  }
  [part='tick'] {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    align-items: center;
    min-block-size: 32px;
    border-radius: 4px;
    cursor: pointer;
  }
  [part='tick']:has(:disabled) {
    cursor: default;
  }
  [part='tick'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  [part='features'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 0 calc(var(--_space) * 6);
  }
  [part='feature'] {
    display: grid;
    align-content: start;
    padding-block: calc(var(--_space) * 1);
  }
  [part='feature'] [part='tick'] + [part='tick'] {
    margin-inline-start: 30px;
    color: var(--_muted);
  }
  [part='feature'] [part='pair'] {
    margin: var(--_space) 0 calc(var(--_space) * 2) 30px;
    grid-template-columns: 1fr 1fr;
  }
  [part='limits'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: calc(var(--_space) * 5) calc(var(--_space) * 6);
  }
  [part='limit'] {
    display: grid;
    gap: var(--_space);
    align-content: start;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 28px;
    align-content: center;
    border-radius: 4px;
    font-size: var(--_text-1);
    font-weight: 600;
    cursor: pointer;
  }
  details ul {
    display: grid;
    gap: var(--_space);
    max-block-size: 14rem;
    margin-block-start: calc(var(--_space) * 2);
    overflow: auto;
    font-size: var(--_text-1);
    font-variant-numeric: tabular-nums;
  }
  s {
    color: var(--_muted);
  }
`
