import { nothing, type PropertyDeclarations } from 'lit'
import type { CatalogueSync, EnvironmentName } from '#contract/catalogue-sync'
import type { PlanSettings } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { reportError } from '../../../events/error.ts'
import { ask } from '../data/ask.ts'
import { syncPath } from '../data/paths.ts'
import { OfficeElement } from '../office-element.ts'

const followMs = 2000

/**
 * How each Stripe environment differs from the catalogue on sale, with a button that repairs it.
 *
 * @csspart stripe - the state of Stripe
 * @csspart environments - all of its environments
 */
export class WaizantSettingsStripe extends OfficeElement {
  static override properties: PropertyDeclarations = {
    settings: { attribute: false },
    repairing: { state: true },
    said: { state: true },
    failed: { state: true },
  }

  declare settings: PlanSettings
  declare repairing: EnvironmentName | undefined
  declare said: string | undefined
  declare failed: { error: ApiError; again: () => void } | undefined
  #timer = 0

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  get #path() {
    return syncPath(this.settings.catalogue)
  }

  get #sync() {
    return this.office.resources.at<CatalogueSync>(this.#path)
  }

  #repair = async (environment: EnvironmentName): Promise<void> => {
    if (this.repairing) return
    const { office, words } = this
    Object.assign(this, { repairing: environment, said: undefined, failed: undefined })
    try {
      const asked = { method: 'POST', body: { environment } } as const
      const { environments } = await ask<CatalogueSync>(office.speaker, this.#path, asked)
      const after = environments.find(({ name }) => name === environment)
      if (after?.state === 'in-sync') this.said = words.repaired(words.environments[environment])
      await this.#sync.load()
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      this.failed = { error, again: () => void this.#repair(environment) }
      reportError(office.host, error)
    }
    this.repairing = undefined
  }

  /** A running sync ends by itself: it is polled until then. */
  protected override updated(): void {
    clearTimeout(this.#timer)
    const isWorking = this.#sync.value?.value?.environments.some(({ state }) => state === 'working')
    if (isWorking && this.isConnected) this.#timer = window.setTimeout(() => void this.#sync.load(), followMs)
  }

  protected override render(): unknown {
    const { words, settings, said, failed } = this
    const { value, error } = this.stores.read(this.#sync)
    return html`
      <section part="stripe" aria-labelledby="stripe">
        <header>
          <h3 id="stripe">${words.stripe}</h3>
          <p part="quiet">${words.stripeLead}</p>
        </header>
        ${this.problem(error, this.#sync.load)}
        ${this.problem(failed?.error, failed?.again)}
        <div role="status" part="outcome">${said ? html`<p part="done">${said}</p>` : nothing}</div>
        ${
          error && !value
            ? nothing
            : html`
              <div part="environments">
                ${
                  value
                    ? value.environments.map(
                        (one) => html`
                          <waizant-settings-environment .environment=${one} .plans=${settings.plans}
                            .isRepairing=${this.repairing === one.name} @repair=${() => void this.#repair(one.name)}></waizant-settings-environment>
                        `,
                      )
                    : [1, 2, 3].map(() => html`<i part="card environment"><i part="skeleton"></i></i>`)
                }
              </div>
            `
        }
      </section>
    `
  }
}
