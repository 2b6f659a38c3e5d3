import { nothing, type PropertyDeclarations } from 'lit'
import { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { reportError } from '../../../events/error.ts'
import { saveList } from '../data/ask.ts'
import { OfficePage } from '../office-element.ts'
import { type Column, table } from '../views/table.ts'

const findAfterMs = 250

/** A page of a list as the server answers it. */
export interface ListedPage {
  page: number
  pages: number
  total: number
}

/**
 * A list with search, pages, and an export of all of it as a spreadsheet.
 *
 * @csspart search - the field that finds
 * @csspart toolbar - the field and the buttons above a list
 * @csspart listed - the list
 * @csspart day - a date in it
 * @csspart unseen - words for screen readers only
 */
export abstract class ListPage<Answer extends ListedPage, Row> extends OfficePage {
  static override properties: PropertyDeclarations = {
    typed: { state: true },
    search: { state: true },
    page: { state: true },
    isSaving: { state: true },
    failed: { state: true },
  }

  /** The search text as it is being typed. */
  declare typed: string
  /** The search text of the last request. */
  declare search: string
  declare page: number
  declare isSaving: boolean
  /** Why the export was not saved. */
  declare failed: ApiError | undefined
  #timer = 0

  protected abstract readonly noun: 'customers' | 'leads' | 'ecosystems'
  protected abstract columns(): Column<Row>[]

  constructor() {
    super()
    Object.assign(this, { typed: '', search: '', page: 1, isSaving: false })
  }

  /** What was searched for stays. */
  override get keeps(): boolean {
    return true
  }

  #handleInput = ({ target }: Event) => {
    this.typed = (target as HTMLInputElement).value
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(
      () => Object.assign(this, { search: this.typed.trim(), page: 1 }),
      findAfterMs,
    )
  }

  #save = async () => {
    if (this.isSaving) return
    const { office, search } = this
    this.isSaving = true
    this.failed = undefined
    try {
      await saveList(
        office.speaker,
        `${this.noun}.xlsx${search ? `?${new URLSearchParams({ search })}` : ''}`,
      )
    } catch (thrown) {
      this.failed = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      reportError(office.host, this.failed)
    }
    this.isSaving = false
  }

  #list(answer: Answer) {
    const { words, noun, search } = this
    const rows = answer[noun as keyof Answer] as Row[]
    if (rows.length) return table(words.views[noun], this.columns(), rows)
    return html`<p part="empty">${search ? words.nothingFound(search) : words.emptyLists[noun]}</p>`
  }

  #pages({ page, pages }: ListedPage) {
    const { words } = this
    if (pages < 2) return nothing
    const turn = (to: number) => () => {
      this.page = to
    }
    return html`
      <nav part="row" aria-label=${words.pages}>
        <button part="action action-quiet" type="button" ?disabled=${page <= 1} @click=${turn(page - 1)}>← ${words.previous}</button>
        <span part="quiet" aria-current="page">${words.pageOf(page, pages)}</span>
        <button part="action action-quiet" type="button" ?disabled=${page >= pages} @click=${turn(page + 1)}>${words.next} →</button>
      </nav>
    `
  }

  protected override render(): unknown {
    const { words, noun, typed, search, page, isSaving, failed } = this
    const asked = new URLSearchParams({ ...(search && { search }), page: String(page) })
    const $list = this.office.resources.at<Answer>(`${noun}?${asked}`)
    const { value, error, status } = this.stores.read($list)
    return html`
      <header part="head"><h2 tabindex="-1">${words.views[noun]}</h2></header>
      ${this.problem(error ?? failed, error ? $list.load : this.#save)}
      <div part="toolbar">
        <div part="field search">
          <label for="search"><span part="unseen">${words.search} </span></label>
          <input part="input" id="search" type="search" placeholder=${words.searchHints[noun]} maxlength="100" .value=${typed} @input=${this.#handleInput} />
        </div>
        <p part="quiet" role="status">${value ? words.found(value.total) : ''}</p>
        <button part="action" type="button" aria-busy=${isSaving} @click=${this.#save}>${words.spreadsheet}</button>
      </div>
      <div part="listed" aria-busy=${status === 'loading'}>
        ${value ? this.#list(value) : error ? nothing : [1, 2, 3].map(() => html`<i part="skeleton"></i>`)}
      </div>
      ${value ? this.#pages(value) : nothing}
    `
  }
}
