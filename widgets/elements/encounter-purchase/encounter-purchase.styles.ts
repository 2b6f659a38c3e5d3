import { css } from 'lit'

export const encounterPurchaseStyles = css`
  [part='packages'] {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    overflow: hidden;
  }
  [part~='package'] {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 60px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
    cursor: pointer;
  }
  legend + [part~='package'] {
    border-block-start: 0;
  }
  [part~='package']:has(:checked) {
    background: var(--_accent-soft);
  }
  [part~='package']:has(:focus-visible) {
    outline-offset: -2px;
  }
  [part~='other'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  [part~='other'] label {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 44px;
    cursor: pointer;
  }
  [part='packages'] [type='radio'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }
  [part='package'] strong,
  [part='package'] small {
    display: block;
  }
  /* A column may be no narrower than its longest word, or a number would break between two digits. */
  [part='package'] :is(strong, small),
  [part='price'] {
    overflow-wrap: normal;
  }
  [part='price'] {
    font-weight: 600;
    text-align: end;
  }
  [part='saving'] {
    color: var(--_accent);
    font-weight: 600;
  }
  [part='available'] {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }
  [part='available'] strong {
    font-size: var(--_text-3);
  }
  [part='card'] {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  @container (min-width: 720px) {
    [part='choice'] {
      grid-template-columns: 11fr 8fr;
      gap: calc(var(--_space) * 8);
    }
  }
`
