import { css } from 'lit'

/** Styles of the first paint: the head, and the placeholders of what is loading. */
export const billingPanelStyles = css`
  [part='base'],
  [part~='card'] {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
  }
  [part='header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    min-block-size: 56px;
  }
  h2 {
    font-size: var(--_text-4);
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h3,
  [part~='quiet'] {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  waizant-balance-badge {
    min-block-size: 38px;
    margin-inline-start: auto;
  }
  [part='cards'] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  [part~='card'] {
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  i[part='card'] {
    min-block-size: 11rem;
  }
  [part='skeleton'] {
    display: block;
    inline-size: 60%;
    block-size: 1lh;
    border-radius: var(--_radius-control);
    background: var(--_line);
  }
  @container (max-width: 30rem) {
    [part='header'] > * {
      flex: 1 0 100%;
    }
  }
  @container (min-width: 44rem) {
    [part='cards'] [part~='card'] {
      min-block-size: 14.5rem;
    }
    [part='cards'] {
      grid-template-columns: 2fr 3fr;
    }
  }
`
