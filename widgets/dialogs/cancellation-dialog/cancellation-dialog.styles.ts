import { css } from 'lit'

export const cancellationDialogStyles = css`
  form,
  [part='step'] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  ul {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  li {
    position: relative;
    padding-inline-start: calc(var(--_space) * 5);
    overflow-wrap: anywhere;
  }
  li::before {
    position: absolute;
    inset-inline-start: 2px;
    font-weight: 700;
  }
  [part='losses'] li::before {
    content: '−';
    color: var(--_danger);
  }
  [part='keeps'] {
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
  }
  [part='keeps'] li::before {
    content: '✓';
    color: var(--_accent);
  }
  [part='done'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    font-size: inherit;
  }
  [role='status']:empty {
    position: absolute;
  }
  h3 {
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_text-2);
  }
  [part='progress'] {
    display: flex;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 4);
  }
  [part='progress'] i {
    flex: 1;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  [part='progress'] i[part='reached'] {
    background: var(--_accent);
  }
  [part='quiet'],
  small,
  dt {
    color: var(--_muted);
  }
  fieldset {
    display: grid;
    gap: var(--_space);
    border: 0;
  }
  fieldset label {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius-control);
    box-shadow: inset 0 0 0 1px var(--_line);
    cursor: pointer;
  }
  fieldset label:hover {
    background: var(--_accent-soft);
  }
  fieldset label:has(:checked) {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  [type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
  }
  [part='field'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    font-weight: 600;
  }
  small {
    font-weight: 400;
  }
  textarea {
    inline-size: 100%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: max(16px, var(--_text-2)) / 1.4 var(--_font);
    resize: vertical;
  }
  [part='fault'] {
    color: var(--_danger);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
  dl div + div {
    border-block-start: 1px solid var(--_line);
  }
  dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  dd p {
    color: var(--_muted);
    font-weight: 400;
  }
  [part='buttons'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 2);
  }
  [part~='action-danger'] {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [part~='action-danger']:hover {
    background: var(--_danger-soft);
  }
`
