import { nothing, type PropertyDeclarations } from 'lit'
import type { VersionList, VersionSummary } from '#contract/plan-settings'
import type { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { versionPath, versionsPath } from '../data/paths.ts'
import { createVersion } from '../dialogs/create-version.ts'
import { localDayText } from '../editor/dates.ts'
import { draftName, readDraft } from '../editor/draft.ts'
import { pricesView } from '../views/prices.ts'
import { versionStatusView } from '../views/status.ts'
import { type Column, table } from '../views/table.ts'
import { waits } from '../views/waits.ts'
import { PlanPage } from './plan-page.ts'

/** The versions of a plan, newest first. */
export class WaizantSettingsVersions extends PlanPage {
  static override properties: PropertyDeclarations = { failed: { state: true } }

  declare failed: { error: ApiError; again: () => void } | undefined

  #create = async (opener: Element): Promise<void> => {
    const { catalogue, plan } = this
    this.failed = undefined
    await createVersion(this, { catalogue, plan, opener }).catch((error: ApiError) => {
      this.failed = { error, again: () => void this.#create(opener) }
    })
  }

  #isUnsaved(number: number) {
    const { catalogue, plan, office } = this
    return Boolean(readDraft(draftName(office.speaker.api, versionPath({ catalogue, plan, number }))))
  }

  #versions({ versions }: VersionList) {
    const { words, language } = this
    if (!versions.length) return html`<p part="empty">${words.noVersions}</p>`
    const columns: Column<VersionSummary>[] = [
      {
        title: words.versionTitle,
        cell: ({ number }) =>
          html`<button part="link" type="button" @click=${() => this.office.go({ version: number })}>${words.version(number)}</button>`,
      },
      {
        title: words.status,
        cell: ({ number, status, sold }) => html`
          ${versionStatusView(status, words)} ${sold ? html`<small part="quiet">${words.soldShort}</small>` : ''}
          ${this.#isUnsaved(number) ? html`<small part="missing">${words.unsaved}</small>` : ''}
        `,
      },
      {
        title: words.dates,
        cell: ({ startsAt, endsAt }) =>
          words.period(localDayText(startsAt, language), endsAt && localDayText(endsAt, language)),
      },
      { title: words.prices, cell: ({ pricing }) => pricesView(pricing, words) },
      { title: words.features, isNumber: true, cell: ({ features }) => features },
      { title: words.subscribersTitle, isNumber: true, cell: ({ subscribers }) => subscribers },
    ]
    return table(words.versionsTitle, columns, versions)
  }

  protected override render(): unknown {
    const { words, failed } = this
    const $versions = this.office.resources.at<VersionList>(versionsPath(this))
    const { value, error } = this.stores.read($versions)
    return html`
      ${this.trail()}
      <header part="head">
        <h2 tabindex="-1">${this.planName}</h2>
        ${
          value
            ? html`<button part="action action-main" type="button" aria-haspopup="dialog"
                @click=${(event: Event) => void this.#create(event.currentTarget as Element)}>${words.create}</button>`
            : nothing
        }
      </header>
      ${this.problem(error, $versions.load)}
      ${this.problem(failed?.error, failed?.again)}
      ${value ? this.#versions(value) : error ? nothing : waits()}
    `
  }
}
