import { type CSSResult, css } from 'lit'
import { readTokens } from './first-tokens.ts'
import { lateTokens } from './late-tokens.ts'

/**
 * Styles that are not visible before the first interaction: hover, waiting, print, forced colours. They load after the
 * first paint.
 */
export const lateStyles: readonly CSSResult[] = [
  readTokens(lateTokens),
  css`
  [part~='action'] {
    transition: background 0.15s;
  }
  [part~='action']:hover {
    background: var(--_accent-soft);
  }
  [part~='action-main']:hover {
    background: color-mix(in oklab, var(--_accent), var(--_ink) 20%);
  }
  [part~='action'][aria-busy='true'] {
    cursor: progress;
  }
  [part~='action'][aria-busy='true']::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  [part='problem'] {
    padding: calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_danger);
    border-radius: var(--_radius-control);
    background: var(--_danger-soft);
    font-size: var(--_text-1);
  }
  [part='retry'] {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
  [part='done'] {
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
    font-size: var(--_text-1);
  }
  [part='done'] a {
    color: var(--_accent);
    font-weight: 600;
  }
  [part='unseen'] {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }
  fieldset label {
    transition: background 0.15s;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    fieldset {
      border: 1px solid;
    }
    fieldset label:has(:checked) {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
    [part='discount'] {
      color: inherit;
    }
  }
  @media print {
    fieldset,
    [part='differences'],
    [part~='action'] {
      display: none;
    }
    article {
      break-inside: avoid;
    }
    thead {
      position: static;
    }
    tbody {
      content-visibility: visible;
    }
  }
`,
]
