import { css } from 'lit'

/** The switches, and which price and button they leave visible: no script takes part. */
export const planStyles = css`
  [part='base']:has([value='year']:checked) [data-interval='month'],
  [part='base']:not(:has([value='year']:checked)) [data-interval='year'] {
    display: none;
  }
  [part~='switch'] {
    position: relative;
    display: inline-flex;
    padding: 3px;
    border-radius: calc(var(--_radius-control) + 3px);
    background: color-mix(in oklab, var(--_muted) 14%, var(--_surface));
  }
  [part~='option'] {
    position: relative;
    display: flex;
    border-radius: var(--_radius-control);
    color: var(--_muted);
    font-weight: 500;
    line-height: 1.25;
    cursor: pointer;
    transition:
      background 0.15s,
      color 0.15s;
  }
  [part~='option'] input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  [part~='option'] span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    column-gap: calc(var(--_space) * 2);
    min-block-size: 38px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
  }
  [part~='option']:hover,
  [part~='option']:has(:checked) {
    color: var(--_ink);
  }
  [part~='option']:has(:checked) {
    background: var(--_surface);
    font-weight: 600;
    box-shadow:
      0 0 0 1px var(--_line),
      0 1px 3px rgb(0 0 0 / 0.12);
  }
  [part~='option']:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [part~='discount'] {
    color: var(--_accent-text);
    font-size: var(--_text-1);
    font-weight: 600;
  }
  [part~='amount'] {
    font-size: var(--_text-5);
    font-weight: 680;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.025em;
    line-height: 1.1;
  }
  [part~='amount'] small {
    font-size: 0.5em;
    font-weight: 600;
    letter-spacing: 0;
    vertical-align: 0.62em;
  }
  [part~='amount-words'] {
    font-size: 1.75rem;
  }
  [part~='period'],
  [part~='price-hint'] {
    color: var(--_muted);
    font-size: var(--_text-1);
    font-variant-numeric: tabular-nums;
  }
  [part~='saving'] {
    inline-size: fit-content;
    padding: 1px calc(var(--_space) * 2);
    border-radius: 99px;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-size: var(--_text-1);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @media (scripting: none) {
    [part~='switch-currency'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    [part~='switch'],
    [part~='saving'] {
      border: 1px solid;
    }
    [part~='option']:has(:checked) {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
    [part~='option']:has(:checked) * {
      color: inherit;
    }
  }
`
