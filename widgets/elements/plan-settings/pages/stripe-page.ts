import { nothing } from 'lit'
import type { CatalogueSync, EnvironmentName } from '#contract/catalogue-sync'
import type { PlanSettings } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { reportError } from '../../../events/error.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { ask } from '../data/ask.ts'
import { textIn } from '../editor/editor-context.ts'
import type { OfficeContext } from '../office-context.ts'
import { syncView } from './sync-view.ts'

const followMs = 2000

/**
 * The state of the Stripe environments, with a button that repairs each.
 *
 * @csspart stripe - the state of Stripe
 */
export class StripePage {
  readonly #office: OfficeContext
  #repairing: EnvironmentName | undefined
  #said: string | undefined
  #failed: { error: ApiError; again: () => void } | undefined
  #timer = 0

  constructor(office: OfficeContext) {
    this.#office = office
  }

  leave(): void {
    this.#said = undefined
    this.#failed = undefined
    clearTimeout(this.#timer)
  }

  async #repair(path: string, environment: EnvironmentName, words: OfficeWords): Promise<void> {
    if (this.#repairing) return
    const { host, cache } = this.#office
    this.leave()
    this.#repairing = environment
    host.requestUpdate()
    try {
      const asked = { method: 'POST', body: { environment } } as const
      const { environments } = await ask<CatalogueSync>(cache.speaker, path, asked)
      const after = environments.find(({ name }) => name === environment)
      if (after?.state === 'in-sync') this.#said = words.repaired(words.environments[environment])
      await cache.again(path)
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      this.#failed = { error, again: () => void this.#repair(path, environment, words) }
      reportError(host, error)
    }
    this.#repairing = undefined
    host.requestUpdate()
  }

  /** A running sync ends by itself: it is polled until then. */
  #follow(path: string, { environments }: CatalogueSync) {
    clearTimeout(this.#timer)
    if (environments.some(({ state }) => state === 'working'))
      this.#timer = window.setTimeout(() => void this.#office.cache.again(path), followMs)
  }

  #environments(path: string, { plans }: PlanSettings, words: OfficeWords, sync: CatalogueSync | undefined) {
    const { language } = this.#office.host
    const planName = (id: string) => {
      const plan = plans.find((one) => one.id === id)
      return plan ? textIn(plan.name, language) : id
    }
    const repair = (name: EnvironmentName) => void this.#repair(path, name, words)
    return syncView({ sync, words, language, planName, repairing: this.#repairing, repair })
  }

  view(settings: PlanSettings, words: OfficeWords): unknown {
    const { host, cache } = this.#office
    const path = `catalogues/${settings.catalogue}/sync`
    const { value, error } = cache.read<CatalogueSync>(path)
    if (value) this.#follow(path, value)
    return html`
      <section part="stripe" aria-labelledby="stripe">
        <header>
          <h3 id="stripe">${words.stripe}</h3>
          <p part="quiet">${words.stripeLead}</p>
        </header>
        ${error ? host.problem(error, () => void cache.again(path)) : nothing}
        ${this.#failed ? host.problem(this.#failed.error, this.#failed.again) : nothing}
        <div role="status" part="outcome">${this.#said ? html`<p part="done">${this.#said}</p>` : nothing}</div>
        ${error && !value ? nothing : this.#environments(path, settings, words, value)}
      </section>
    `
  }
}
