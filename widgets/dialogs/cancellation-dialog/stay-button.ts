import { html } from '../../base/html.ts'
import type { Actions, Spoken } from './about.ts'

/** The one press that ends leaving, in every step of it. */
export const stayButton = ({ words }: Spoken, { close }: Actions): unknown =>
  html`<button part="action action-main" type="button" @click=${close}>${words.stay}</button>`
