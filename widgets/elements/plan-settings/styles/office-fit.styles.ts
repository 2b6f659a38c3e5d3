import { css } from 'lit'

/** Narrow pages, forced colours and print; last, because it overrides the other styles. */
export const officeFitStyles = css`
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
`
