import { css } from 'lit'

export const planPickerStyles = css`
  [part~='switches'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 7);
  }
  [part~='cards'] {
    display: grid;
    gap: calc(var(--_space) * 5);
    transition: opacity 0.15s;
  }
  [part='base'][aria-busy='true'] [part~='card'] {
    opacity: 0.6;
  }
  [part~='card'] {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    row-gap: calc(var(--_space) * 5);
    align-content: start;
    min-inline-size: 0;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  [part~='card-main'] {
    border-color: var(--_accent);
    box-shadow:
      0 0 0 1px var(--_accent),
      0 12px 32px -16px color-mix(in oklab, var(--_accent) 45%, transparent);
  }
  [part~='card-header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
  }
  [part~='name'] {
    font-size: var(--_text-4);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  [part~='mark'] {
    padding: 2px calc(var(--_space) * 2.5);
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_text-1);
    font-weight: 600;
  }
  [part~='mark-current'] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  [part~='audience'] {
    flex: 0 0 100%;
    color: var(--_muted);
  }
  [part~='price'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    align-content: start;
  }
  [part~='card-actions'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
  }
  [part~='limits'],
  [part~='features'],
  [part~='support'] {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  [part~='limits'] li {
    padding-block: calc(var(--_space) * 0.75);
    font-weight: 500;
  }
  h4 {
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_text-2);
    font-weight: 600;
  }
  :is([part~='features'], [part~='support']) li {
    position: relative;
    padding-block: calc(var(--_space) * 0.75);
    padding-inline-start: calc(var(--_space) * 6);
  }
  :is([part~='features'], [part~='support']) li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.6em;
    inset-inline-start: 2px;
    inline-size: 0.75em;
    block-size: 0.4em;
    border: solid var(--_accent);
    border-width: 0 0 2px 2px;
    rotate: -45deg;
  }
  [part~='support'] {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  [part~='support'] h4 {
    color: var(--_ink);
  }
  [part~='terms'] {
    margin-block-start: calc(var(--_space) * 5);
    color: var(--_muted);
    text-align: center;
  }
  [part~='skeleton'] {
    min-block-size: 640px;
    background: color-mix(in oklab, var(--_muted) 8%, var(--_surface));
  }
  @container (min-width: 620px) {
    [part~='cards']:has(> :nth-child(4):last-child) {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 720px) {
    [part~='cards'] {
      grid-auto-columns: minmax(0, 1fr);
      grid-template-columns: repeat(auto-fit, minmax(13.5rem, 1fr));
    }
  }
  @container (min-width: 980px) {
    [part~='cards']:has(> :nth-child(4):last-child) {
      grid-template-columns: repeat(4, 1fr);
    }
    [part~='card'] {
      padding-inline: calc(var(--_space) * 6);
    }
  }
  @media print {
    [part~='switches'],
    [part~='card-actions'] {
      display: none;
    }
    [part~='card'] {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`
