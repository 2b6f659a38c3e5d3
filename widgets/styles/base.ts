import { type CSSResultGroup, css } from 'lit'
import { firstTokens, readTokens } from './first-tokens.ts'

/** The styles that every element shares: colour scheme, type, focus ring, text for screen readers only. */
export const baseStyles: CSSResultGroup = [
  readTokens(firstTokens),
  css`
    :host {
      display: block;
      container-type: inline-size;
      color: var(--_ink);
      font: var(--_text-2) / 1.5 var(--_font);
      text-align: start;
      text-size-adjust: 100%;
    }
    :host([hidden]) {
      display: none;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
    * {
      box-sizing: border-box;
      margin: 0;
      padding: 0;
      min-inline-size: 0;
    }
    ul {
      list-style: none;
    }
    :focus-visible,
    label:has(:focus-visible) {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    legend {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
]
