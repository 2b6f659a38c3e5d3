import { type CSSResult, css } from 'lit'
import { lateStyles } from '../styles/late.ts'

/** Styles needed only after the first interaction: problems, waiting, the outcome. */
const outcomeStyles = css`
  h2:focus-visible {
    outline: 0;
  }
  [part='closed'] {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: 60ch;
    text-wrap: pretty;
  }
  [part='step']:hover:not(:disabled) {
    background: var(--_accent-soft);
  }
  [part='link']:hover {
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }
  [part~='package'] {
    transition: background 0.15s;
  }
  [part='problem'],
  [part='notice'] {
    text-wrap: pretty;
  }
  [part='notice'] {
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  [part='asking'] {
    opacity: 0.6;
  }
  [part='was'] {
    color: var(--_muted);
    font-size: var(--_text-2);
    font-weight: 400;
    letter-spacing: 0;
  }
  mark {
    padding-inline: var(--_space);
    border-radius: 4px;
    background: color-mix(in oklab, gold 45%, var(--_surface));
    color: inherit;
  }
  [part='outcome'] {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 6);
    text-align: center;
    text-wrap: balance;
  }
  [part='outcome'] + [part~='action'] {
    justify-self: center;
    inline-size: min(100%, 18rem);
  }
  [part='done-title'] {
    font-size: var(--_text-3);
    font-weight: 600;
  }
  [part='outcome'] svg {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
    margin-block-end: calc(var(--_space) * 2);
  }
  [part='outcome'] circle {
    fill: var(--_accent-soft);
  }
  [part='progress'] circle {
    fill: none;
    stroke: var(--_line);
  }
  [part='progress'] [part='turning'] {
    stroke: var(--_accent);
    stroke-dasharray: 0.28 1;
    transform-origin: center;
    animation: turn 1s linear infinite;
  }
  [part='tick'] path {
    stroke-dasharray: 1;
    animation: draw 0.3s 0.1s ease-out backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  [part='card-fields'] {
    min-block-size: 12rem;
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: calc(var(--_space) * 3);
  }
  [part='buttons'] [part~='action-main'] {
    flex: 1 0 auto;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
    :disabled {
      opacity: 1;
    }
  }
  @media print {
    [part='stepper'],
    [part='link'] {
      display: none;
    }
  }
`

/** Loads the styles that the first paint did not need. */
export const bringStyles = (
  element: { renderRoot: HTMLElement | DocumentFragment },
  ...more: CSSResult[]
): void => {
  const root = element.renderRoot as ShadowRoot
  const sheets = [...lateStyles, outcomeStyles, ...more].map(({ styleSheet }) => styleSheet!)
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])]
}
