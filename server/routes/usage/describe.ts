import { UsageRecorded, UsageReport } from '#contract/usage'
import type { Operation } from '../openapi/operation.ts'

export const usageOperations: Operation[] = [
  {
    id: 'recordUsage',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/services/{service}/usage',
    tag: 'Customer',
    summary: 'Report units of a service as consumed, once for each usage id',
    body: UsageReport,
    status: 201,
    answers: 'The report, with its price; 200 when it was known.',
    answer: UsageRecorded,
    signedIn: true,
  },
]
