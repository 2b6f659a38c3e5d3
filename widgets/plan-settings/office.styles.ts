import { type CSSResult, css } from 'lit'
import { officeTableStyles } from './office-tables.styles.ts'

/** The rooms of the back office and what stands in them; tables have a file of their own. */
export const officeStyles: readonly CSSResult[] = [
  css`
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
    [part='catalogues'] {
      display: flex;
      padding: 3px;
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius-control) + 3px);
      background: var(--_surface);
    }
    [part='catalogue'] {
      display: flex;
      align-items: center;
      min-block-size: 36px;
      padding: 0 calc(var(--_space) * 4);
      border-radius: var(--_radius-control);
      font-size: var(--_text-1);
      font-weight: 600;
      cursor: pointer;
    }
    [part='catalogue']:has(:checked) {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    [part='catalogue'] input {
      position: absolute;
      opacity: 0;
    }
    [part~='card'] {
      display: grid;
      gap: calc(var(--_space) * 4);
      align-content: start;
      padding: calc(var(--_space) * 5);
      border: 1px solid var(--_line);
      border-radius: var(--_radius-card);
      background: var(--_surface);
      overflow-wrap: anywhere;
    }
    [part='card-head'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    }
    [part='card-head'] > :last-child:not(:first-child) {
      margin-inline-start: auto;
    }
    [part='card-head'] [part~='action'] {
      margin-block: calc(var(--_space) * -2);
    }
    [part~='offer'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 3);
      padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
      border: 1px solid var(--_accent);
      border-radius: var(--_radius-card);
      background: var(--_accent-soft);
      text-wrap: pretty;
    }
    [part~='offer-calm'] {
      border-color: var(--_line);
      background: var(--_surface);
    }
    [part~='offer'] p {
      flex: 1 20rem;
    }
    [part='pair'] {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
      gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    }
    [part='short'] {
      max-inline-size: 14rem;
    }
    [part~='field'] {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      align-content: start;
    }
    [part~='field'] label,
    [part='label'] {
      font-size: var(--_text-1);
      font-weight: 600;
    }
    [part='value'] {
      min-block-size: 44px;
      align-content: center;
    }
    [part='input'] {
      inline-size: 100%;
      min-block-size: 44px;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border: 1px solid var(--_edge);
      border-radius: var(--_radius-control);
      background: var(--_surface);
      color: inherit;
      font: max(16px, var(--_text-2)) / 1.4 var(--_font);
      font-variant-numeric: tabular-nums;
    }
    [part='input']:read-only {
      border-color: var(--_line);
      background: none;
    }
    [part='input'][aria-invalid='true'] {
      border-color: var(--_danger);
      box-shadow: inset 0 0 0 1px var(--_danger);
    }
    [part='input']::placeholder {
      color: var(--_muted);
      opacity: 0.75;
    }
    [part='fault'],
    [part='missing'] {
      color: var(--_danger);
      font-size: var(--_text-1);
      font-weight: 500;
    }
    [part='missing'] {
      color: var(--_muted);
    }
    [part='tick'] {
      display: flex;
      gap: calc(var(--_space) * 2.5);
      align-items: center;
      min-block-size: 32px;
      border-radius: 4px;
      cursor: pointer;
    }
    [part='tick']:has(:disabled) {
      cursor: default;
    }
    [part='tick'] input {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      accent-color: var(--_accent);
      cursor: inherit;
    }
    [part='features'] {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
      gap: 0 calc(var(--_space) * 6);
    }
    [part='feature'] {
      display: grid;
      align-content: start;
      padding-block: calc(var(--_space) * 1);
    }
    [part='feature'] [part='tick'] + [part='tick'] {
      margin-inline-start: 30px;
      color: var(--_muted);
    }
    [part='feature'] [part='pair'] {
      margin: var(--_space) 0 calc(var(--_space) * 2) 30px;
      grid-template-columns: 1fr 1fr;
    }
    [part='limits'] {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
      gap: calc(var(--_space) * 5) calc(var(--_space) * 6);
    }
    [part='limit'] {
      display: grid;
      gap: var(--_space);
      align-content: start;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 28px;
      align-content: center;
      border-radius: 4px;
      font-size: var(--_text-1);
      font-weight: 600;
      cursor: pointer;
    }
    details ul {
      display: grid;
      gap: var(--_space);
      max-block-size: 14rem;
      margin-block-start: calc(var(--_space) * 2);
      overflow: auto;
      font-size: var(--_text-1);
      font-variant-numeric: tabular-nums;
    }
    s {
      color: var(--_muted);
    }
    [part='history'] {
      display: grid;
      gap: calc(var(--_space) * 4);
      list-style: none;
    }
    [part='change'] {
      display: grid;
      gap: calc(var(--_space) * 3);
      padding-block-end: calc(var(--_space) * 4);
      border-block-end: 1px solid var(--_line);
    }
    [part='change']:last-child {
      border: 0;
    }
    [part='change'] time {
      display: block;
    }
    [part='environments'] {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: calc(var(--_space) * 4);
    }
    [part~='environment'] {
      gap: calc(var(--_space) * 2);
      min-block-size: 8rem;
    }
    [part~='environment'] [part~='action'] {
      justify-self: start;
      margin-block-start: calc(var(--_space) * 1);
    }
    code {
      font: 0.9em ui-monospace, monospace;
      overflow-wrap: anywhere;
    }
    [part='conflict'] {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding-block-start: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }
    [part='conflict'] > p {
      font-weight: 600;
    }
    [part='choice'] {
      display: flex;
      gap: calc(var(--_space) * 3);
      align-items: center;
      padding: calc(var(--_space) * 3);
      border: 1px solid var(--_edge);
      border-radius: var(--_radius-control);
      cursor: pointer;
    }
    [part='choice']:has(:checked) {
      border-color: var(--_accent);
      background: var(--_accent-soft);
    }
    [part='choice'] input {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      accent-color: var(--_accent);
    }
    [part='choice'] span,
    [part='choice'] small {
      display: block;
    }
    [part~='dispute'] > [part='buttons'] {
      justify-content: end;
    }
    [part='save-bar'] {
      position: sticky;
      inset-block-end: calc(var(--_space) * 3);
      z-index: 2;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
      padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
      border: 1px solid var(--_line);
      border-radius: var(--_radius-card);
      background: var(--_surface);
      box-shadow: 0 12px 32px -12px rgb(0 0 0 / 0.35);
    }
    [part='standing'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    }
    [part='save-bar'] > [part='buttons'] {
      margin-inline-start: auto;
    }
    [part~='jump'] {
      min-block-size: 32px;
      padding: 0 calc(var(--_space) * 3);
      border: 1px solid var(--_edge);
      border-radius: 99px;
      background: none;
      color: inherit;
      font: inherit;
      font-size: var(--_text-1);
      font-weight: 600;
      cursor: pointer;
    }
    [part~='jump-wrong'] {
      border-color: var(--_danger);
      color: var(--_danger);
    }
    [part='toolbar'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    }
    [part~='search'] {
      flex: 1 16rem;
      max-inline-size: 26rem;
      position: relative;
    }
    [part='toolbar'] > [part~='action'] {
      margin-inline-start: auto;
    }
    [part='listed'] {
      display: grid;
      gap: calc(var(--_space) * 4);
      transition: opacity 0.15s;
    }
    [part='listed'][aria-busy='true'] {
      opacity: 0.6;
    }
    [part='pages'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: calc(var(--_space) * 4);
      font-size: var(--_text-1);
      font-variant-numeric: tabular-nums;
    }
    @container (max-width: 36rem) {
      [part='facts'] span + span::before {
        display: none;
      }
      [part='area'] {
        font-size: var(--_text-2);
      }
      [part~='card'] {
        padding: calc(var(--_space) * 4);
      }
      [part='save-bar'] {
        padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
      }
      [part='save-bar'] > [part='buttons'] {
        inline-size: 100%;
      }
      [part='save-bar'] [aria-haspopup] {
        display: none;
      }
      [part='save-bar'] [part~='action-main'] {
        flex: 1;
      }
    }
    @media (forced-colors: active) {
      :is([part='area'][aria-current], [part='tab'][aria-selected='true'])::after {
        background: Highlight;
      }
      [part='catalogue']:has(:checked),
      [part='choice']:has(:checked) {
        outline: 2px solid Highlight;
      }
    }
    @media print {
      [part='save-bar'],
      [part='areas'],
      [part='toolbar'],
      [part='tabs'] {
        display: none;
      }
    }
  `,
  officeTableStyles,
]
