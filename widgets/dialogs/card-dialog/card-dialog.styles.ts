import { css } from 'lit'

export const cardDialogStyles = css`
  [part='quiet'] {
    color: var(--_muted);
  }
  [part='owes'] {
    margin-block-end: calc(var(--_space) * 3);
  }
  [part='card-fields'] {
    min-block-size: 15rem;
    margin-block-start: calc(var(--_space) * 4);
  }
  [part='dialog-footer'],
  [part='outcome'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 4);
  }
  [part='status'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  [part='status']::before {
    content: '';
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid var(--_accent);
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 3);
  }
`
