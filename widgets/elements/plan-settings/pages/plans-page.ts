import { nothing } from 'lit'
import type { CatalogueList, PlanSettings, PlanVersion, VersionList } from '#contract/plan-settings'
import type { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { WaizantVersionChangedEvent } from '../../../events/version-changed.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { draftName, readDraft } from '../editor/draft.ts'
import { textIn } from '../editor/editor-context.ts'
import { versionPath, versionsPath } from '../editor/version-ref.ts'
import type { OfficeContext } from '../office-context.ts'
import type { Route } from '../route.ts'
import { plansView, versionsView } from './plan-views.ts'
import { StripePage } from './stripe-page.ts'

/**
 * The plans of a catalogue, and the versions of a plan.
 *
 * @csspart catalogues - the switch between catalogues
 * @csspart catalogue - one of them
 */
export class PlansPage {
  readonly #office: OfficeContext
  readonly #stripe: StripePage
  #failed: { error: ApiError; again: () => void } | undefined

  constructor(office: OfficeContext) {
    this.#office = office
    this.#stripe = new StripePage(office)
  }

  /** Called when the person goes to another page: its message is removed. */
  leave(): void {
    this.#failed = undefined
    this.#stripe.leave()
  }

  /** Undefined until they have loaded. */
  settingsOf(catalogue: string): PlanSettings | undefined {
    return this.#office.cache.read<PlanSettings>(`catalogues/${catalogue}/plans`).value
  }

  #catalogues = (words: OfficeWords, chosen: string, { catalogues }: CatalogueList) => {
    const { host, go } = this.#office
    if (catalogues.length < 2) return nothing
    return html`
      <fieldset part="catalogues">
        <legend>${words.catalogue}</legend>
        ${catalogues.map(
          ({ id, name }) => html`
            <label part="catalogue">
              <input type="radio" name="catalogue" value=${id} .checked=${id === chosen} @change=${() => go({ catalogue: id })} />
              <span>${textIn(name, host.language)}</span>
            </label>
          `,
        )}
      </fieldset>
    `
  }

  /** The plans of a catalogue. */
  plans(catalogue: string, list: CatalogueList, words: OfficeWords): unknown {
    const { host, cache, go } = this.#office
    const path = `catalogues/${catalogue}/plans`
    const { value, error } = cache.read<PlanSettings>(path)
    const open = (plan: string, version?: number) => go({ plan, version })
    return html`
      <header part="head">
        <h2 tabindex="-1">${words.views.plans}</h2>
        ${this.#catalogues(words, catalogue, list)}
      </header>
      ${error ? host.problem(error, () => void cache.again(path)) : nothing}
      ${
        value
          ? html`${plansView(value, { words, language: host.language, open })} ${this.#stripe.view(value, words)}`
          : error
            ? nothing
            : waits()
      }
    `
  }

  /** Opens the form that creates a version; calls `done` before the new version opens. */
  create = async (
    { catalogue, plan }: { catalogue: string; plan: string },
    opener: Element,
    { from, done }: { from?: number; done?: (version: PlanVersion) => void } = {},
  ): Promise<void> => {
    const { host, cache, go } = this.#office
    const { openNewVersion } = await import('../dialogs/new-version-dialog.ts')
    const list = await cache.latest<VersionList>(versionsPath({ catalogue, plan }))
    const name = this.settingsOf(catalogue)?.plans.find(({ id }) => id === plan)?.name
    openNewVersion(host.renderRoot as ShadowRoot, {
      api: host.server,
      opener,
      list,
      planName: name ? textIn(name, host.language) : plan,
      ...(from && { from }),
      made: (version) => {
        const { number } = version
        host.dispatchEvent(
          new WaizantVersionChangedEvent({ catalogue, plan, version: number, action: 'create' }),
        )
        done?.(version)
        go({ catalogue, plan, version: number })
      },
    })
  }

  /** The versions of a plan. */
  versions({ catalogue, plan }: Route & { catalogue: string; plan: string }, words: OfficeWords): unknown {
    const { host, cache, go } = this.#office
    const path = versionsPath({ catalogue, plan })
    const { value, error } = cache.read<VersionList>(path)
    const name = this.settingsOf(catalogue)?.plans.find(({ id }) => id === plan)?.name
    const create = (event: Event) => {
      const opener = event.currentTarget as Element
      this.#failed = undefined
      void this.create({ catalogue, plan }, opener).catch((error: ApiError) => {
        this.#failed = { error, again: () => create(event) }
        host.requestUpdate()
      })
    }
    return html`
      <header part="head">
        <h2 tabindex="-1">${name ? textIn(name, host.language) : plan}</h2>
        ${value ? html`<button part="action action-main" type="button" aria-haspopup="dialog" @click=${create}>${words.create}</button>` : nothing}
      </header>
      ${error ? host.problem(error, () => void cache.again(path)) : nothing}
      ${this.#failed ? host.problem(this.#failed.error, this.#failed.again) : nothing}
      ${
        value
          ? versionsView(value, {
              words,
              language: host.language,
              open: (_, version) => go({ version }),
              isUnsaved: (number) =>
                Boolean(readDraft(draftName(host.server, versionPath({ catalogue, plan, number })))),
            })
          : error
            ? nothing
            : waits()
      }
    `
  }
}

export const waits = (): unknown => html`
  <div part="card" aria-busy="true"><i part="skeleton"></i><i part="skeleton"></i><i part="skeleton"></i></div>
`
