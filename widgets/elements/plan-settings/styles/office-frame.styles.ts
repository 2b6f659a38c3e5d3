import { css } from 'lit'

/** The frame of the back office: its areas, tabs, titles and buttons. */
export const officeFrameStyles = css`
  [part='base'],
  [part='room'],
  [part='panel'],
  [part='stripe'] {
    display: grid;
    gap: calc(var(--_space) * 5);
    align-content: start;
  }
  [part='panel'] {
    outline-offset: 4px;
  }
  [part='areas'],
  [part='tabs'] {
    display: flex;
    gap: calc(var(--_space) * 1);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_line);
  }
  [part='area'],
  [part='tab'] {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 44px;
    padding: 0 calc(var(--_space) * 3);
    border: 0;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
    transition: color 0.15s;
  }
  :is([part='area'], [part='tab']):hover {
    color: var(--_ink);
  }
  :is([part='area'], [part='tab']):focus-visible {
    outline-offset: -2px;
    border-radius: var(--_radius-control);
  }
  [part='area'][aria-current],
  [part='tab'][aria-selected='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  :is([part='area'][aria-current], [part='tab'][aria-selected='true'])::after {
    content: '';
    position: absolute;
    inset: auto calc(var(--_space) * 3) -1px;
    block-size: 3px;
    border-radius: 3px 3px 0 0;
    background: currentcolor;
  }
  [part='area'] {
    font-size: var(--_text-3);
  }
  [part~='mark'] {
    inline-size: 9px;
    block-size: 9px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
  }
  [part~='mark-wrong'] {
    border-color: var(--_danger);
    border-radius: 1px;
    rotate: 45deg;
    background: var(--_danger);
  }
  [part='outcome']:not(:has(p)) {
    position: absolute;
  }
  [part='trail'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * -4);
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  [part='trail'] button + button::before {
    content: '›';
    display: inline-block;
    margin-inline-end: calc(var(--_space) * 2);
    color: var(--_muted);
  }
  [part='link'],
  [part='suggestion'] {
    min-block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  [part='suggestion'] {
    padding-inline: calc(var(--_space) * 2.5);
    font-size: var(--_text-1);
    font-weight: 500;
  }
  [part='head'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    min-block-size: 44px;
  }
  [part='head'] > div:first-child {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  h2 {
    font-size: var(--_text-4);
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    outline: 0;
  }
  [tabindex='-1']:focus {
    outline: 0;
  }
  h3 {
    font-size: var(--_text-3);
    font-weight: 650;
    line-height: 1.35;
  }
  h4 {
    font-size: var(--_text-2);
    font-weight: 600;
  }
  [part~='quiet'] {
    color: var(--_muted);
    font-size: var(--_text-1);
    text-wrap: pretty;
  }
  [part='name'] {
    font-weight: 600;
  }
  [part='empty'] {
    padding: calc(var(--_space) * 8) calc(var(--_space) * 5);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius-card);
    color: var(--_muted);
    text-align: center;
  }
  [part='facts'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
    font-size: var(--_text-1);
    font-variant-numeric: tabular-nums;
  }
  [part='facts'] span:not([part]) + span::before {
    content: '·';
    margin-inline-end: calc(var(--_space) * 3);
    color: var(--_muted);
  }
  [part~='status'] {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: 2px calc(var(--_space) * 2.5);
    border-radius: 99px;
    background: var(--_line);
    font-size: var(--_text-1);
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }
  [part~='status']::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: 2px solid;
    border-radius: 50%;
  }
  [part~='status-good'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  [part~='status-good']::before {
    background: currentcolor;
  }
  [part~='status-bad'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  [part~='status-bad']::before {
    border-radius: 2px;
    rotate: 45deg;
    background: currentcolor;
  }
  [part='row'],
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  [part~='action'] {
    min-block-size: 40px;
    padding-block: calc(var(--_space) * 1.5);
  }
  [part~='action-quiet'] {
    padding-inline: calc(var(--_space) * 2);
  }
  [part~='action-leave'] {
    color: var(--_danger);
  }
  [part~='action']:is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
    background: var(--_line);
    color: var(--_muted);
    cursor: not-allowed;
  }
  [part~='action-quiet']:disabled {
    background: none;
  }
`
