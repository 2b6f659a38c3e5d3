import { PlanList } from '#contract/plan'
import type { Operation } from '../openapi/operation.ts'

export const catalogueOperations: Operation[] = [
  {
    id: 'listPlans',
    method: 'get',
    path: '/v1/catalogues/{catalogue}/plans',
    tag: 'Public',
    summary: 'What a catalogue offers, in one language and currency',
    query: { currency: 'MXN or USD; the catalogue’s first when absent', locale: 'es-MX or en' },
    answers: 'The plans, with a strong ETag; 304 when it is known.',
    answer: PlanList,
  },
  {
    id: 'renderElement',
    method: 'get',
    path: '/v1/fragments/{element}',
    tag: 'Public',
    summary: 'An element’s HTML with declarative shadow DOM, to include in a page of any server',
    query: {
      catalogue: 'erp or waizant',
      currency: 'MXN or USD',
      interval: 'month or year',
      locale: 'es-MX or en',
    },
    answers: 'HTML, with a strong ETag; 304 when it is known.',
  },
]
