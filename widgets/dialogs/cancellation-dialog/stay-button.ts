import { html } from '../../base/html.ts'
import type { Actions, Spoken } from './about.ts'

/** The button that stops the cancellation, shown in every step. */
export const stayButton = ({ words }: Spoken, { close }: Actions): unknown =>
  html`<button part="action action-main" type="button" @click=${close}>${words.stay}</button>`
