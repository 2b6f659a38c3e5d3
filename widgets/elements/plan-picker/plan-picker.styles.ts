import { css } from 'lit'

export const planPickerStyles = css`
  [part='switches'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 7);
  }
  [part='cards'] {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  article {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    gap: calc(var(--_space) * 5);
    padding: calc(var(--_space) * 6) clamp(1rem, 2.2cqi, calc(var(--_space) * 6));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    overflow-wrap: break-word;
  }
  [part~='card-main'] {
    border-color: var(--_accent);
    box-shadow:
      0 0 0 1px var(--_accent),
      0 12px 32px -18px var(--_accent);
  }
  section[aria-busy='true'] article {
    opacity: 0.6;
  }
  [part='card-header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: start;
    gap: var(--_space) calc(var(--_space) * 3);
  }
  h3 {
    font-size: var(--_text-4);
    line-height: 1.2;
  }
  [part='mark'] {
    padding: 2px calc(var(--_space) * 2.5);
    border: 1px solid var(--_accent);
    border-radius: 99px;
  }
  [part='audience'] {
    flex: 0 0 100%;
    color: var(--_muted);
  }
  [part='card-actions'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  article > :nth-child(n + 4) {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  li,
  h4 {
    padding-block: calc(var(--_space) * 0.75);
  }
  :is([part='features'], [part='support']) li {
    position: relative;
    padding-inline-start: calc(var(--_space) * 6);
  }
  :is([part='features'], [part='support']) li::before {
    content: '';
    position: absolute;
    inset: 0.6em auto auto 2px;
    inline-size: 0.75em;
    block-size: 0.4em;
    border: solid var(--_accent);
    border-width: 0 0 2px 2px;
    rotate: -45deg;
  }
  [part='support'] li {
    color: var(--_muted);
  }
  [part='skeleton'] {
    block-size: 640px;
    border-radius: var(--_radius-card);
    background: var(--_line);
  }
  @container (min-width: 660px) {
    [part='cards'] {
      grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
    }
    /* Said before the cards have arrived: none moves when the next one does. */
    [data-plans='3'] {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    [data-plans='4'] {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (620px <= width < 940px) {
    [data-plans='4'] {
      grid-template-columns: 1fr 1fr;
    }
    [part='amount'] {
      font-size: 1.75rem;
    }
  }
`
