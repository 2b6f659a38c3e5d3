import { css } from 'lit'

/** The switches, and which price and button they show: CSS only, no script. */
export const planStyles = css`
  section {
    --_month: initial;
    --_year: none;
  }
  section:has([value='year']:checked) {
    --_month: none;
    --_year: initial;
  }
  [data-interval='month'] {
    --_off: var(--_month);
  }
  [data-interval='year'] {
    --_off: var(--_year);
  }
  fieldset {
    position: relative;
    display: flex;
    padding: 3px;
    border: 0;
    border-radius: calc(var(--_radius-control) + 3px);
    background: var(--_line);
  }
  label {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    column-gap: calc(var(--_space) * 2);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  fieldset label {
    min-block-size: 38px;
    padding: var(--_space) calc(var(--_space) * 4);
    font-weight: 500;
    line-height: 1.25;
  }
  fieldset input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  fieldset label:has(:checked) {
    background: var(--_surface);
    font-weight: 600;
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.2);
  }
  [part='discount'],
  [part='saving'],
  [part='mark'] {
    color: var(--_accent);
    font-size: var(--_text-1);
    font-weight: 600;
  }
  [part~='price'] {
    display: var(--_off, grid);
    gap: var(--_space);
    font-variant-numeric: tabular-nums;
  }
  [part='amount'] {
    font-size: var(--_text-5);
    font-weight: 680;
    letter-spacing: -0.025em;
    line-height: 1.1;
  }
  [part='amount'] small {
    font-size: 0.5em;
    letter-spacing: 0;
    vertical-align: 0.65em;
  }
  [part='period'] {
    display: inline-block;
  }
  [part='period'],
  [part='price-hint'] {
    color: var(--_muted);
    font-size: var(--_text-1);
  }
  @media (scripting: none) {
    [part='switch-currency'] {
      display: none;
    }
  }
`
