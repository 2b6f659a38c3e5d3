import { nothing } from 'lit'
import type {
  CatalogueSync,
  EnvironmentName,
  SyncedEnvironment,
  SyncedVersion,
} from '#contract/catalogue-sync'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { whenText } from '../editor/dates.ts'
import { table } from './table.ts'

export interface SyncLook {
  sync: CatalogueSync | undefined
  words: OfficeWords
  language: string
  /** The name of a plan by its id. */
  planName: (id: string) => string
  repairing: EnvironmentName | undefined
  repair: (name: EnvironmentName) => void
}

const moods = {
  'in-sync': 'good',
  working: 'idle',
  drift: 'bad',
  refused: 'bad',
  unreachable: 'bad',
  'not-configured': 'idle',
} as const

/** Products and prices at the provider that differ from the store. */
const driftOf = (version: SyncedVersion, { words, planName }: SyncLook) => [
  ...(version.product.state === 'in-sync'
    ? []
    : [
        [
          `${planName(version.plan)} · ${words.version(version.version)}`,
          words.product,
          words.productStates[version.product.state],
          words.nothing,
          words.nothing,
        ],
      ]),
  ...version.prices
    .filter(({ state }) => state !== 'in-sync')
    .map(({ currency, interval, package: pack, amount, found, state }) => [
      `${planName(version.plan)} · ${words.version(version.version)}`,
      `${words[interval]} · ${currency}${pack ? ` · ${words.fromOn(pack.quantity)}` : ''}`,
      words.priceStates[state],
      state === 'to-archive' ? words.nothing : (amount.text ?? ''),
      found?.text ?? words.nothing,
    ]),
]

/** The three settings of an environment, under the names that the server reads. */
const keysView = (name: EnvironmentName, words: OfficeWords) => {
  const keys = ['PUBLISHABLE_KEY', 'SECRET_KEY', 'WEBHOOK_SECRET']
  return html`
    <p part="quiet">${words.keysOf}</p>
    <ul part="quiet">${keys.map((key) => html`<li><code>STRIPE_${name.toUpperCase()}_${key}</code></li>`)}</ul>
  `
}

const environmentView = (one: SyncedEnvironment, look: SyncLook) => {
  const { words, language, repairing, repair } = look
  const { name, state, account, problem, syncedAt } = one
  const drift = one.versions
    .filter((version) => version.state === 'drift')
    .flatMap((version) => driftOf(version, look))
  const isRepairing = repairing === name
  const isUrgent = state === 'drift' && one.sells
  return html`
    <article part="card environment" aria-label=${words.environments[name]}>
      <header part="card-head">
        <h4>${words.environments[name]}</h4>
        <span part="status status-${moods[state]}">${isRepairing ? words.repairing : words.syncStates[state]}</span>
      </header>
      <p part="quiet">
        ${one.sells ? html`<strong>${words.sellsHere}</strong> ` : nothing}
        ${syncedAt ? html`<span>${words.syncedAt(whenText(syncedAt, language))}</span> ` : nothing}
        ${account ? html`<code>${account.id}</code>` : nothing}
      </p>
      ${problem ? (state === 'not-configured' ? html`<p part="quiet">${problem.text}</p>` : html`<p part="fault">${problem.text}</p>`) : nothing}
      ${state === 'not-configured' ? keysView(name, words) : nothing}
      ${
        drift.length
          ? html`<details>
              <summary>${words.driftCount(drift.length)}</summary>
              ${table(words.environments[name], [{ title: words.plan }, { title: words.price }, { title: words.drift }, { title: words.here, isNumber: true }, { title: words.atStripe, isNumber: true }], drift)}
            </details>`
          : nothing
      }
      ${
        state === 'drift' || state === 'working' || isRepairing
          ? html`<button part="action ${isUrgent ? 'action-main' : ''}" type="button" aria-busy=${isRepairing} @click=${() => repair(name)}>
              ${words.repair(words.environments[name])}
            </button>`
          : nothing
      }
    </article>
  `
}

/**
 * How each Stripe environment differs from the catalogue on sale, with the button that repairs it.
 *
 * @csspart environments - all of them
 * @csspart environment - one of them
 */
export const syncView = (look: SyncLook): unknown => html`
  <div part="environments">
    ${
      look.sync
        ? look.sync.environments.map((one) => environmentView(one, look))
        : [1, 2, 3].map(() => html`<i part="card environment"><i part="skeleton"></i></i>`)
    }
  </div>
`
