import type { AdminEcosystem, EcosystemList } from '#contract/admin-list'
import { html } from '../../../base/html.ts'
import { localDayText } from '../editor/dates.ts'
import { ecosystemStatusView } from '../views/status.ts'
import { type Column, two } from '../views/table.ts'
import { ListPage } from './list-page.ts'

export class WaizantSettingsEcosystems extends ListPage<EcosystemList, AdminEcosystem> {
  protected override readonly noun = 'ecosystems'

  protected override columns(): Column<AdminEcosystem>[] {
    const { words, language } = this
    const day = (at: string) => html`<span part="day">${localDayText(at, language)}</span>`
    return [
      {
        title: words.company,
        cell: ({ company, id, email }) =>
          two(html`<span part="name">${company}</span>`, html`${id} · ${email}`),
      },
      {
        title: words.plan,
        cell: ({ planName, planVersion, currency }) =>
          two(planName, `${words.version(planVersion)} · ${currency}`),
      },
      { title: words.status, cell: ({ status }) => ecosystemStatusView(status, words) },
      {
        title: words.database,
        cell: ({ database, provisioned }) =>
          two(
            html`<code>${database.split(/(?=_)/).map((part) => html`<wbr />${part}`)}</code>`,
            provisioned ? words.ready : words.preparing,
          ),
      },
      { title: words.trialEnds, cell: ({ trialEndsAt }) => (trialEndsAt ? day(trialEndsAt) : words.nothing) },
      { title: words.created, cell: ({ createdAt }) => day(createdAt) },
    ]
  }
}
