import { css } from 'lit'

export const licencePurchaseStyles = css`
  [part='seats'],
  [part='services'] {
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  [part='available'],
  [part='facts'],
  [part='new'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 4);
  }
  [part='available'] {
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }
  [part='available'] strong {
    font-size: var(--_text-3);
  }
  [part='bar'] {
    position: relative;
    block-size: 10px;
    border-radius: 5px;
    background: var(--_line);
    overflow: hidden;
  }
  [part='bar'] svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    background: color-mix(in oklab, var(--_accent) 65%, var(--_surface));
    transition: inline-size 0.18s;
  }
  [part='bar'] [part='bar-kept'] {
    background: color-mix(in oklab, var(--_accent) 30%, var(--_surface));
  }
  [part='bar'] [part='bar-included'] {
    border-inline-end: 2px solid var(--_surface);
    background: none;
  }
  [part='bar'] [part='bar-used'] {
    background: var(--_accent);
  }
  [part='facts'] {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  [part='facts'] li:first-child::before {
    content: '';
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--_accent);
  }
  [part='new'] {
    justify-content: space-between;
  }
  h3 {
    font-size: var(--_text-2);
  }
  [part='services'] {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  [part='services'] li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 2);
  }
  [part='services'] small,
  [part='services'] strong {
    display: block;
  }
  [part='price'] {
    font-weight: 600;
    margin-inline-start: auto;
    text-align: end;
  }
  @container (min-width: 720px) {
    [part='choice'] {
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--_space) * 8);
    }
  }
`
