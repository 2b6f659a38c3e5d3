import { nothing, type PropertyDeclarations } from 'lit'
import type { SyncedEnvironment, SyncedVersion } from '#contract/catalogue-sync'
import type { PlanSummary } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import { whenText } from '../editor/dates.ts'
import { OfficeElement } from '../office-element.ts'
import { nameIn } from '../views/names.ts'
import { statusView } from '../views/status.ts'
import { type Column, table } from '../views/table.ts'

const moods = {
  'in-sync': 'good',
  working: 'idle',
  drift: 'bad',
  refused: 'bad',
  unreachable: 'bad',
  'not-configured': 'idle',
} as const

/** A product or a price that differs; the amounts are as a person reads them. */
interface Drift {
  name: string
  noun: string
  state: string
  here?: string | null | undefined
  there?: string | null | undefined
}

/**
 * One Stripe environment; its button fires `repair`.
 *
 * @csspart environment - one environment of Stripe
 */
export class WaizantSettingsEnvironment extends OfficeElement {
  static override properties: PropertyDeclarations = {
    environment: { attribute: false },
    plans: { attribute: false },
    isRepairing: { attribute: false },
  }

  declare environment: SyncedEnvironment
  declare plans: readonly PlanSummary[]
  declare isRepairing: boolean

  /** Products and prices at the provider that differ from the store. */
  #driftOf = ({ plan, version, product, prices }: SyncedVersion): Drift[] => {
    const { words } = this
    const name = `${nameIn(this.plans, plan, this.language)} · ${words.version(version)}`
    return [
      ...(product.state === 'in-sync'
        ? []
        : [{ name, noun: words.product, state: words.productStates[product.state] }]),
      ...prices
        .filter(({ state }) => state !== 'in-sync')
        .map(({ currency, interval, package: pack, amount, found, state }) => ({
          name,
          noun: `${words[interval]} · ${currency}${pack ? ` · ${words.fromOn(pack.quantity)}` : ''}`,
          state: words.priceStates[state],
          here: state === 'to-archive' ? undefined : amount.text,
          there: found?.text,
        })),
    ]
  }

  #drift({ name, versions }: SyncedEnvironment) {
    const { words } = this
    const rows = versions.filter(({ state }) => state === 'drift').flatMap(this.#driftOf)
    if (!rows.length) return nothing
    const columns: Column<Drift>[] = [
      { title: words.plan, cell: ({ name }) => name },
      { title: words.price, cell: ({ noun }) => noun },
      { title: words.drift, cell: ({ state }) => state },
      { title: words.here, isNumber: true, cell: ({ here }) => here ?? words.nothing },
      { title: words.atStripe, isNumber: true, cell: ({ there }) => there ?? words.nothing },
    ]
    return html`<details>
      <summary>${words.driftCount(rows.length)}</summary>
      ${table(words.environments[name], columns, rows)}
    </details>`
  }

  /** The three settings of an environment, under the names that the server reads. */
  #keys() {
    const prefix = `STRIPE_${this.environment.name.toUpperCase()}`
    const keys = ['PUBLISHABLE_KEY', 'SECRET_KEY', 'WEBHOOK_SECRET']
    return html`
      <p part="quiet">${this.words.keysOf}</p>
      <ul part="quiet">${keys.map((key) => html`<li><code>${prefix}_${key}</code></li>`)}</ul>
    `
  }

  protected override render(): unknown {
    const { words, language, isRepairing } = this
    const { name, state, sells, account, problem, syncedAt } = this.environment
    const isMissing = state === 'not-configured'
    const isUrgent = state === 'drift' && sells
    return html`
      <article part="card environment" aria-label=${words.environments[name]}>
        <header part="card-head">
          <h4>${words.environments[name]}</h4>
          ${statusView(moods[state], isRepairing ? words.repairing : words.syncStates[state])}
        </header>
        <p part="quiet">
          ${sells ? html`<strong>${words.sellsHere}</strong> ` : nothing}
          ${syncedAt ? html`<span>${words.syncedAt(whenText(syncedAt, language))}</span> ` : nothing}
          ${account ? html`<code>${account.id}</code>` : nothing}
        </p>
        ${problem ? html`<p part=${isMissing ? 'quiet' : 'fault'}>${problem.text}</p>` : nothing}
        ${isMissing ? this.#keys() : nothing} ${this.#drift(this.environment)}
        ${
          state === 'drift' || state === 'working' || isRepairing
            ? html`<button part="action ${isUrgent ? 'action-main' : ''}" type="button" aria-busy=${isRepairing}
                @click=${() => this.dispatchEvent(new Event('repair'))}>${words.repair(words.environments[name])}</button>`
            : nothing
        }
      </article>
    `
  }
}
