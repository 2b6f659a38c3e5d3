import type { Operation } from './operation.ts'

export const descriptionOperations: Operation[] = [
  {
    id: 'describeApi',
    method: 'get',
    path: '/v1/openapi.json',
    tag: 'Public',
    summary: 'This description',
    answers: 'OpenAPI 3.1.',
  },
]
