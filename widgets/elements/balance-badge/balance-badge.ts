import '../../chunks/acting.ts'
import { nothing } from 'lit'
import type { Balance, BalanceMovement } from '#contract/balance'
import type { Money } from '#contract/money'
import { WaizantElement } from '../../base/element.ts'
import { html } from '../../base/html.ts'
import { reportError } from '../../events/error.ts'
import { balanceArea } from '../../i18n/balance.ts'
import { dayText } from '../../i18n/day-text.ts'
import type { BalanceWords } from '../../i18n/es-mx/balance.ts'
import { balanceOf } from '../../stores/balance.ts'
import { $connection } from '../../stores/connection.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import { balanceBadgeStyles } from './balance-badge.styles.ts'

/**
 * The credit of the connected ecosystem, and its movements on demand. Shows nothing until `connect()` says whose.
 *
 * @fires waizant-error
 * @csspart base - everything
 * @csspart badge - the button with the balance
 * @csspart label - whether it is credit or owed
 * @csspart movements - what the button opens
 * @csspart amount - how much a movement was
 * @csspart none - says that there are no movements
 * @csspart use - says what the balance is for
 * @csspart skeleton - the badge while the balance is on its way
 * @csspart problem - what went wrong
 * @csspart retry - the button that tries again
 */
export class WaizantBalanceBadge extends WaizantElement<BalanceWords> {
  static override styles = [baseStyles, ...lateStyles, balanceBadgeStyles]

  override readonly area = balanceArea
  #reported: unknown

  #handleToggle = ({ newState }: ToggleEvent) => {
    this.renderRoot.querySelector('[part=badge]')?.setAttribute('aria-expanded', String(newState === 'open'))
  }

  #text = (money: Money) =>
    money.text ??
    new Intl.NumberFormat(this.language, { style: 'currency', currency: money.currency }).format(
      money.amount / 100,
    )

  #movement = ({ at, amount, reason }: BalanceMovement, timeZone: string) => html`
    <tr>
      <td><time datetime=${at}>${dayText(at, this.language, timeZone)}</time></td>
      <td>${reason}</td>
      <td part="amount">${amount.amount > 0 ? '+' : ''}${this.#text(amount)}</td>
    </tr>
  `

  #movements = ({ movements, timeZone }: Balance) => {
    const { words } = this
    if (!movements.length) return html`<p part="none">${words.none}</p>`
    return html`
      <table>
        <caption>${words.movements}</caption>
        <thead>
          <tr>
            <th scope="col">${words.date}</th>
            <th scope="col">${words.reason}</th>
            <th scope="col" part="amount">${words.amount}</th>
          </tr>
        </thead>
        <tbody>${movements.map((movement) => this.#movement(movement, timeZone))}</tbody>
      </table>
    `
  }

  #badge = (known: Balance) => {
    const { words } = this
    return html`
      <button part="badge" popovertarget="movements" aria-expanded="false">
        <span part="label">${known.balance.amount < 0 ? words.owed : words.balance}</span>
        <strong>${this.#text(known.balance)}</strong>
      </button>
      <div part="movements" id="movements" popover @toggle=${this.#handleToggle}>
        ${this.#movements(known)}
        <p part="use">${words.use}</p>
      </div>
    `
  }

  protected override render(): unknown {
    this.stores.read($connection)
    const store = balanceOf(this.server, this.serverLanguage)
    if (!store) return nothing
    const { value, error } = this.stores.read(store)
    if (error && this.#reported !== error) {
      this.#reported = error
      queueMicrotask(() => reportError(this, error))
    }
    const { words, language } = this
    return html`
      <div part="base" lang=${language} aria-busy=${!value && !error}>
        ${value ? this.#badge(value) : error ? nothing : html`<span part="skeleton"></span>`}
        ${
          error
            ? html`<p part="problem" role="alert">
                ${error.detail || words.failed}
                ${error.status === 410 ? nothing : html`<button part="retry" @click=${() => void store.load()}>${words.retry}</button>`}
              </p>`
            : nothing
        }
      </div>
    `
  }
}

customElements.get('waizant-balance-badge') ??
  customElements.define('waizant-balance-badge', WaizantBalanceBadge)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-balance-badge': WaizantBalanceBadge
  }
}
