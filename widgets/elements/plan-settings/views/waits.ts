import { html } from '../../../base/html.ts'

/** Something is on its way. */
export const waits = (): unknown => html`
  <div part="card" aria-busy="true"><i part="skeleton"></i><i part="skeleton"></i><i part="skeleton"></i></div>
`
