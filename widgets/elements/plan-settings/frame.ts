import { nothing } from 'lit'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { type Route, views } from './route.ts'

type Go = (to: Partial<Route>) => void

/** The navigation between plans, customers, leads and ecosystems. */
export const areasView = ({ view }: Route, words: OfficeWords, go: Go): unknown => html`
  <nav part="areas" aria-label=${words.areas}>
    ${views.map(
      (one) => html`
        <button part="area" type="button" aria-current=${one === view ? 'page' : nothing}
          @click=${() => go({ view: one, plan: undefined, version: undefined })}>${words.views[one]}</button>
      `,
    )}
  </nav>
`

/** The breadcrumb above a plan or a version. */
export const trailView = (
  { plan, version }: Route,
  words: OfficeWords,
  planName: string,
  go: Go,
): unknown => html`
  <nav part="trail" aria-label=${words.trail}>
    <button part="link" type="button" @click=${() => go({ plan: undefined, version: undefined })}>${words.views.plans}</button>
    ${plan && version !== undefined ? html`<button part="link" type="button" @click=${() => go({ version: undefined })}>${planName}</button>` : nothing}
  </nav>
`

/** Why this person cannot see the back office. */
export const refusalView = (
  { status, detail }: ApiError,
  words: OfficeWords,
  retry: () => void,
): unknown => html`
  <div part="notice" role="alert">
    <h2>${status === 403 ? words.refused : words.expired}</h2>
    <p>${detail} ${status === 403 ? html`${words.refusedHint} <code>waizant-backoffice</code>.` : nothing}</p>
    <button part="action" type="button" @click=${retry}>${words.again}</button>
  </div>
`
