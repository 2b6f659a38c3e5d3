import { nothing } from 'lit'
import type {
  AdminCustomer,
  AdminEcosystem,
  AdminLead,
  CustomerList,
  EcosystemList,
  LeadList,
} from '#contract/admin-list'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { localDayText, whenText } from '../editor/dates.ts'
import { type Column, table } from './table.ts'

export type ListNoun = 'customers' | 'leads' | 'ecosystems'
export type AdminPage = CustomerList | LeadList | EcosystemList

export interface ListLook {
  noun: ListNoun
  words: OfficeWords
  language: string
  /** The search text as it is being typed. */
  typed: string
  /** The search text of the results shown. */
  search: string
  page: AdminPage | undefined
  isLoading: boolean
  isFailed: boolean
  isSaving: boolean
  find: (search: string) => void
  turn: (page: number) => void
  save: () => void
}

const two = (first: unknown, second: unknown) => html`${first}<small part="quiet">${second}</small>`

const moods = {
  active: 'good',
  trialing: 'good',
  pending: 'idle',
  'past-due': 'bad',
  suspended: 'bad',
  canceling: 'idle',
  canceled: 'idle',
} as const

const status = (state: AdminCustomer['status'], words: OfficeWords) =>
  html`<span part="status status-${moods[state]}">${words.ecosystemStatuses[state]}</span>`

const customers = (
  rows: readonly AdminCustomer[],
  { words, language }: ListLook,
): [Column[], unknown[][]] => [
  [
    { title: words.company },
    { title: words.plan },
    { title: words.status },
    { title: words.licences, isNumber: true },
    { title: words.nextPayment, isNumber: true },
    { title: words.paid, isNumber: true },
    { title: words.since },
  ],
  rows.map((one) => [
    two(html`<span part="name">${one.company}</span>`, html`${one.ecosystem} · ${one.email}`),
    two(one.planName, `${words.version(one.planVersion)}${one.interval ? ` · ${words[one.interval]}` : ''}`),
    status(one.status, words),
    one.licences,
    one.nextPayment
      ? two(one.nextPayment.amount.text, localDayText(one.nextPayment.date, language))
      : words.nothing,
    two(one.paid.text, one.paid.text?.includes(one.currency) ? '' : one.currency),
    html`<span part="day">${localDayText(one.since, language)}</span>`,
  ]),
]

const leads = (rows: readonly AdminLead[], { words, language }: ListLook): [Column[], unknown[][]] => [
  [
    { title: words.lead },
    { title: words.contact },
    { title: words.plan },
    { title: words.message },
    { title: words.date },
  ],
  rows.map((one) => [
    two(html`<span part="name">${one.company}</span>`, one.name),
    two(html`<a href="mailto:${one.email}">${one.email}</a>`, one.phone ?? ''),
    two(one.plan, one.catalogue),
    one.message ?? words.nothing,
    whenText(one.at, language),
  ]),
]

const ecosystems = (
  rows: readonly AdminEcosystem[],
  { words, language }: ListLook,
): [Column[], unknown[][]] => [
  [
    { title: words.company },
    { title: words.plan },
    { title: words.status },
    { title: words.database },
    { title: words.trialEnds },
    { title: words.created },
  ],
  rows.map((one) => [
    two(html`<span part="name">${one.company}</span>`, html`${one.id} · ${one.email}`),
    two(one.planName, `${words.version(one.planVersion)} · ${one.currency}`),
    status(one.status, words),
    two(
      html`<code>${one.database.split(/(?=_)/).map((part) => html`<wbr />${part}`)}</code>`,
      one.provisioned ? words.ready : words.preparing,
    ),
    one.trialEndsAt
      ? html`<span part="day">${localDayText(one.trialEndsAt, language)}</span>`
      : words.nothing,
    html`<span part="day">${localDayText(one.createdAt, language)}</span>`,
  ]),
]

const content = (look: ListLook): [Column[], unknown[][]] => {
  const { page } = look
  if (page && 'customers' in page) return customers(page.customers, look)
  if (page && 'leads' in page) return leads(page.leads, look)
  return ecosystems(page && 'ecosystems' in page ? page.ecosystems : [], look)
}

const pages = ({ page, words, turn }: ListLook) => {
  if (!page || page.pages < 2) return nothing
  return html`
    <nav part="row" aria-label=${words.pages}>
      <button part="action action-quiet" type="button" ?disabled=${page.page <= 1} @click=${() => turn(page.page - 1)}>← ${words.previous}</button>
      <span part="quiet" aria-current="page">${words.pageOf(page.page, page.pages)}</span>
      <button part="action action-quiet" type="button" ?disabled=${page.page >= page.pages} @click=${() => turn(page.page + 1)}>${words.next} →</button>
    </nav>
  `
}

/**
 * Customers, leads or ecosystems: search, pages, and an export of all of them as a spreadsheet.
 *
 * @csspart search - the field that finds
 * @csspart toolbar - the field and the buttons above a list
 * @csspart listed - the list
 * @csspart day - a date in it
 * @csspart unseen - words for screen readers only
 */
export const listView = (look: ListLook): unknown => {
  const { noun, words, page, typed, search, find, isLoading, isFailed, isSaving, save } = look
  const [columns, rows] = content(look)
  return html`
    <div part="toolbar">
      <div part="field search">
        <label for="search"><span part="unseen">${words.search} </span></label>
        <input part="input" id="search" type="search" placeholder=${words.searchHints[noun]} maxlength="100" .value=${typed}
          @input=${(event: Event) => find((event.target as HTMLInputElement).value)} />
      </div>
      <p part="quiet" role="status">${page ? words.found(page.total) : ''}</p>
      <button part="action" type="button" aria-busy=${isSaving} @click=${save}>${words.spreadsheet}</button>
    </div>
    <div part="listed" aria-busy=${isLoading}>
      ${
        page
          ? rows.length
            ? table(words.views[noun], columns, rows)
            : html`<p part="empty">${search ? words.nothingFound(search) : words.emptyLists[noun]}</p>`
          : isFailed
            ? nothing
            : [1, 2, 3].map(() => html`<i part="skeleton"></i>`)
      }
    </div>
    ${pages(look)}
  `
}
