import { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { reportError } from '../../../events/error.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { saveList } from '../data/ask.ts'
import type { OfficeContext } from '../office-context.ts'
import { type AdminPage, type ListNoun, listView } from './list-view.ts'

const findAfterMs = 250

interface Look {
  /** The search text as it is being typed. */
  typed: string
  /** The search text of the last request. */
  search: string
  page: number
}

/** The lists of customers, leads and ecosystems: search, current page and spreadsheet export. */
export class ListPage {
  readonly #office: OfficeContext
  readonly #looks: Record<ListNoun, Look>
  #saving: ListNoun | undefined
  #error: ApiError | undefined
  #timer = 0

  constructor(office: OfficeContext) {
    this.#office = office
    const look = () => ({ typed: '', search: '', page: 1 })
    this.#looks = { customers: look(), leads: look(), ecosystems: look() }
  }

  #find(look: Look, typed: string) {
    look.typed = typed
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      Object.assign(look, { search: typed.trim(), page: 1 })
      this.#office.host.requestUpdate()
    }, findAfterMs)
  }

  async #save(noun: ListNoun) {
    if (this.#saving) return
    const { host, cache } = this.#office
    this.#saving = noun
    this.#error = undefined
    host.requestUpdate()
    try {
      const { search } = this.#looks[noun]
      await saveList(cache.speaker, `${noun}.xlsx${search ? `?${new URLSearchParams({ search })}` : ''}`)
    } catch (thrown) {
      this.#error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      reportError(host, this.#error)
    }
    this.#saving = undefined
    host.requestUpdate()
  }

  view(noun: ListNoun, words: OfficeWords): unknown {
    const { host, cache } = this.#office
    const look = this.#looks[noun]
    const { typed, search, page } = look
    const path = `${noun}?${new URLSearchParams({ ...(search && { search }), page: String(page) })}`
    const { value, error, status } = cache.read<AdminPage>(path)
    const problem = error ?? this.#error
    return html`
      <header part="head"><h2 tabindex="-1">${words.views[noun]}</h2></header>
      ${problem ? host.problem(problem, () => (error ? void cache.again(path) : void this.#save(noun))) : ''}
      ${listView({
        noun,
        words,
        language: host.language,
        typed,
        search,
        page: value,
        isLoading: status === 'loading',
        isFailed: Boolean(error),
        isSaving: this.#saving === noun,
        find: (text) => this.#find(look, text),
        turn: (to) => {
          look.page = to
          host.requestUpdate()
        },
        save: () => void this.#save(noun),
      })}
    `
  }
}
