import type { AdminLead, LeadList } from '#contract/admin-list'
import { html } from '../../../base/html.ts'
import { whenText } from '../editor/dates.ts'
import { type Column, two } from '../views/table.ts'
import { ListPage } from './list-page.ts'

export class WaizantSettingsLeads extends ListPage<LeadList, AdminLead> {
  protected override readonly noun = 'leads'

  protected override columns(): Column<AdminLead>[] {
    const { words, language } = this
    return [
      {
        title: words.lead,
        cell: ({ company, name }) => two(html`<span part="name">${company}</span>`, name),
      },
      {
        title: words.contact,
        cell: ({ email, phone }) => two(html`<a href="mailto:${email}">${email}</a>`, phone ?? ''),
      },
      { title: words.plan, cell: ({ plan, catalogue }) => two(plan, catalogue) },
      { title: words.message, cell: ({ message }) => message ?? words.nothing },
      { title: words.date, cell: ({ at }) => whenText(at, language) },
    ]
  }
}
