import { nothing } from 'lit'
import type { CatalogueSync, EnvironmentName } from '#contract/catalogue-sync'
import type { CatalogueList, PlanSettings, PlanVersion, VersionList } from '#contract/plan-settings'
import { ApiError } from '../api.ts'
import { reportError } from '../events/error.ts'
import { WaizantVersionChangedEvent } from '../events/version-changed.ts'
import { html } from '../html.ts'
import type { OfficeWords } from '../words/es-mx/office.ts'
import { ask } from './ask.ts'
import { textIn } from './bench.ts'
import { draftName, readDraft } from './draft.ts'
import type { Floor } from './floor.ts'
import type { Place } from './place.ts'
import { plansView, versionsView } from './plan-views.ts'
import { syncView } from './sync-view.ts'
import { versionPath, versionsPath } from './version-ref.ts'

const followMs = 2000

/**
 * The plans of a catalogue, how Stripe stands, and the versions of a plan.
 *
 * @csspart catalogues - the switch between catalogues
 * @csspart catalogue - one of them
 * @csspart stripe - how Stripe stands
 */
export class PlansRoom {
  readonly #floor: Floor
  #repairing: EnvironmentName | undefined
  #said: string | undefined
  #error: { error: ApiError; again: () => void } | undefined
  #timer = 0

  constructor(floor: Floor) {
    this.#floor = floor
  }

  /** The person is elsewhere: what was said here is over. */
  leave(): void {
    this.#said = undefined
    this.#error = undefined
    clearTimeout(this.#timer)
  }

  /** Undefined until it is known. */
  settingsOf(catalogue: string): PlanSettings | undefined {
    return this.#floor.shelf.read<PlanSettings>(`catalogues/${catalogue}/plans`).value
  }

  #catalogues = (words: OfficeWords, chosen: string, { catalogues }: CatalogueList) => {
    const { host, go } = this.#floor
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

  #repair = async (catalogue: string, environment: EnvironmentName, words: OfficeWords) => {
    if (this.#repairing) return
    const { host, shelf } = this.#floor
    const again = () => void this.#repair(catalogue, environment, words)
    this.#repairing = environment
    this.leave()
    host.requestUpdate()
    try {
      const path = `catalogues/${catalogue}/sync`
      const { environments } = await ask<CatalogueSync>(shelf.speaker, path, {
        method: 'POST',
        body: { environment },
      })
      const after = environments.find(({ name }) => name === environment)
      if (after?.state === 'in-sync') this.#said = words.repaired(words.environments[environment])
      await shelf.again(path)
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      this.#error = { error, again }
      reportError(host, error)
    }
    this.#repairing = undefined
    host.requestUpdate()
  }

  /** What is on its way to the provider arrives by itself: it is looked for until then. */
  #follow(path: string, { environments }: CatalogueSync) {
    clearTimeout(this.#timer)
    if (environments.some(({ state }) => state === 'working'))
      this.#timer = window.setTimeout(() => void this.#floor.shelf.again(path), followMs)
  }

  #stripe = (settings: PlanSettings, words: OfficeWords) => {
    const { host, shelf } = this.#floor
    const { catalogue, plans } = settings
    const path = `catalogues/${catalogue}/sync`
    const { value, error } = shelf.read<CatalogueSync>(path)
    if (value) this.#follow(path, value)
    const planName = (id: string) => {
      const plan = plans.find((one) => one.id === id)
      return plan ? textIn(plan.name, host.language) : id
    }
    return html`
      <section part="stripe" aria-labelledby="stripe">
        <header>
          <h3 id="stripe">${words.stripe}</h3>
          <p part="quiet">${words.stripeLead}</p>
        </header>
        ${error ? host.problem(error, () => void shelf.again(path)) : nothing}
        ${this.#error ? host.problem(this.#error.error, this.#error.again) : nothing}
        <div role="status" part="outcome">${this.#said ? html`<p part="done">${this.#said}</p>` : nothing}</div>
        ${
          error && !value
            ? nothing
            : syncView({
                sync: value,
                words,
                language: host.language,
                planName,
                repairing: this.#repairing,
                repair: (name) => void this.#repair(catalogue, name, words),
              })
        }
      </section>
    `
  }

  /** The plans of a catalogue. */
  plans(catalogue: string, list: CatalogueList, words: OfficeWords): unknown {
    const { host, shelf, go } = this.#floor
    const path = `catalogues/${catalogue}/plans`
    const { value, error } = shelf.read<PlanSettings>(path)
    const open = (plan: string, version?: number) => go({ plan, version })
    return html`
      <header part="head">
        <h2 tabindex="-1">${words.views.plans}</h2>
        ${this.#catalogues(words, catalogue, list)}
      </header>
      ${error ? host.problem(error, () => void shelf.again(path)) : nothing}
      ${
        value
          ? html`${plansView(value, { words, language: host.language, open })} ${this.#stripe(value, words)}`
          : error
            ? nothing
            : waits()
      }
    `
  }

  /** Opens the form that begins a version; `done` hears of it before the person goes there. */
  create = async (
    { catalogue, plan }: { catalogue: string; plan: string },
    opener: Element,
    { from, done }: { from?: number; done?: (version: PlanVersion) => void } = {},
  ): Promise<void> => {
    const { host, shelf, go } = this.#floor
    const { openNewVersion } = await import('./new-version-dialog.ts')
    const list = await shelf.latest<VersionList>(versionsPath({ catalogue, plan }))
    const name = this.settingsOf(catalogue)?.plans.find(({ id }) => id === plan)?.name
    openNewVersion(host.renderRoot as ShadowRoot, {
      api: host.server,
      locale: host.language,
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
  versions({ catalogue, plan }: Place & { catalogue: string; plan: string }, words: OfficeWords): unknown {
    const { host, shelf, go } = this.#floor
    const path = versionsPath({ catalogue, plan })
    const { value, error } = shelf.read<VersionList>(path)
    const name = this.settingsOf(catalogue)?.plans.find(({ id }) => id === plan)?.name
    const create = (event: Event) => {
      const opener = event.currentTarget as Element
      this.#error = undefined
      void this.create({ catalogue, plan }, opener).catch((error: ApiError) => {
        this.#error = { error, again: () => create(event) }
        host.requestUpdate()
      })
    }
    return html`
      <header part="head">
        <h2 tabindex="-1">${name ? textIn(name, host.language) : plan}</h2>
        ${value ? html`<button part="action action-main" type="button" aria-haspopup="dialog" @click=${create}>${words.create}</button>` : nothing}
      </header>
      ${error ? host.problem(error, () => void shelf.again(path)) : nothing}
      ${this.#error ? host.problem(this.#error.error, this.#error.again) : nothing}
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
