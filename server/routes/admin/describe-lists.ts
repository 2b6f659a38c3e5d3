import { CustomerList, EcosystemList, LeadList } from '#contract/admin-list'
import type { Operation } from '../openapi/operations.ts'

const search = 'Text that a name, an address or an id holds'

const listed = (id: string, noun: string, summary: string, answer: Operation['answer']): Operation[] => [
  {
    id: `list${id}`,
    method: 'get',
    path: `/v1/admin/${noun}`,
    tag: 'Provider and operator',
    summary,
    query: { search, page: 'From 1 on' },
    answers: 'A page, newest first.',
    ...(answer && { answer }),
    signedIn: true,
  },
  {
    id: `export${id}`,
    method: 'get',
    path: `/v1/admin/${noun}.xlsx`,
    tag: 'Provider and operator',
    summary: `${summary}, as a spreadsheet`,
    query: { search },
    answers: 'An .xlsx file with headings in the caller’s language.',
    signedIn: true,
  },
]

/** The descriptions of the back office's lists, for the documentation and the OpenAPI document. */
export const adminListOperations: Operation[] = [
  ...listed('Customers', 'customers', 'Who pays or paid', CustomerList),
  ...listed('Ecosystems', 'ecosystems', 'Every ecosystem', EcosystemList),
  ...listed('Leads', 'leads', 'Who asked for a quote', LeadList),
]
