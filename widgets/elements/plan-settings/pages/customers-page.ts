import type { AdminCustomer, CustomerList } from '#contract/admin-list'
import { html } from '../../../base/html.ts'
import { localDayText } from '../editor/dates.ts'
import { ecosystemStatusView } from '../views/status.ts'
import { type Column, two } from '../views/table.ts'
import { ListPage } from './list-page.ts'

export class WaizantSettingsCustomers extends ListPage<CustomerList, AdminCustomer> {
  protected override readonly noun = 'customers'

  protected override columns(): Column<AdminCustomer>[] {
    const { words, language } = this
    return [
      {
        title: words.company,
        cell: ({ company, ecosystem, email }) =>
          two(html`<span part="name">${company}</span>`, html`${ecosystem} · ${email}`),
      },
      {
        title: words.plan,
        cell: ({ planName, planVersion, interval }) =>
          two(planName, `${words.version(planVersion)}${interval ? ` · ${words[interval]}` : ''}`),
      },
      { title: words.status, cell: ({ status }) => ecosystemStatusView(status, words) },
      { title: words.licences, isNumber: true, cell: ({ licences }) => licences },
      {
        title: words.nextPayment,
        isNumber: true,
        cell: ({ nextPayment }) =>
          nextPayment
            ? two(nextPayment.amount.text, localDayText(nextPayment.date, language))
            : words.nothing,
      },
      {
        title: words.paid,
        isNumber: true,
        cell: ({ paid, currency }) => two(paid.text, paid.text?.includes(currency) ? '' : currency),
      },
      {
        title: words.since,
        cell: ({ since }) => html`<span part="day">${localDayText(since, language)}</span>`,
      },
    ]
  }
}
