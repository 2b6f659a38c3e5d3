import { nothing } from 'lit'
import type { CatalogueList, PlanSettings, PlanSummary } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import { plansPath } from '../data/paths.ts'
import { OfficePage } from '../office-element.ts'
import { textIn } from '../views/names.ts'
import { pricesView } from '../views/prices.ts'
import { versionStatusView } from '../views/status.ts'
import { type Column, table } from '../views/table.ts'
import { waits } from '../views/waits.ts'

/**
 * The plans of a catalogue, each with its version on sale, and the state of Stripe.
 *
 * @csspart catalogues - the switch between catalogues
 * @csspart catalogue - one of them
 * @csspart name - the name of a plan
 * @csspart link - a button that reads like a link
 */
export class WaizantSettingsPlans extends OfficePage {
  catalogue = ''

  #catalogues() {
    const { words, language, office } = this
    const { catalogues = [] } = this.stores.read(office.resources.at<CatalogueList>('catalogues')).value ?? {}
    if (catalogues.length < 2) return nothing
    return html`
      <fieldset part="catalogues">
        <legend>${words.catalogue}</legend>
        ${catalogues.map(
          ({ id, name }) => html`
            <label part="catalogue">
              <input type="radio" name="catalogue" value=${id} .checked=${id === this.catalogue} @change=${() => office.go({ catalogue: id })} />
              <span>${textIn(name, language)}</span>
            </label>
          `,
        )}
      </fieldset>
    `
  }

  #plans({ plans }: PlanSettings) {
    const { words, language } = this
    if (!plans.length) return html`<p part="empty">${words.noPlans}</p>`
    const open = (plan: string, version?: number) => () => this.office.go({ plan, version })
    const columns: Column<PlanSummary>[] = [
      {
        title: words.plan,
        cell: ({ name, id, hidden, contactSales }) => html`
          <span part="name">${textIn(name, language)}</span>
          <small part="quiet">${id}${hidden ? ` · ${words.hidden}` : ''}${contactSales ? ` · ${words.contactSales}` : ''}</small>
        `,
      },
      {
        title: words.lastPublished,
        cell: ({ id, version }) =>
          version
            ? html`<button part="link" type="button" @click=${open(id, version.number)}>${words.version(version.number)}</button> ${versionStatusView(version.status, words)}`
            : html`<span part="quiet">${words.neverPublished}</span>`,
      },
      {
        title: words.prices,
        cell: ({ version }) => (version ? pricesView(version.pricing, words) : words.nothing),
      },
      { title: words.features, isNumber: true, cell: ({ version }) => version?.features ?? words.nothing },
      { title: words.subscribersTitle, isNumber: true, cell: ({ subscribers }) => subscribers },
      {
        title: words.actionsTitle,
        cell: ({ id, versions, name }) =>
          html`<button part="action" type="button" @click=${open(id)}>${words.versionsOf(versions)}<span part="unseen">: ${textIn(name, language)}</span></button>`,
      },
    ]
    return table(words.views.plans, columns, plans)
  }

  protected override render(): unknown {
    const $settings = this.office.resources.at<PlanSettings>(plansPath(this.catalogue))
    const { value, error } = this.stores.read($settings)
    return html`
      <header part="head">
        <h2 tabindex="-1">${this.words.views.plans}</h2>
        ${this.#catalogues()}
      </header>
      ${this.problem(error, $settings.load)}
      ${
        value
          ? html`${this.#plans(value)} <waizant-settings-stripe .settings=${value}></waizant-settings-stripe>`
          : error
            ? nothing
            : waits()
      }
    `
  }
}
