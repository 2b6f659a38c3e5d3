import { LicenceOrder, LicenceQuote, LicenceRequest } from '#contract/licences'
import type { Operation } from '../openapi/operation.ts'

export const seatOperations: Operation[] = [
  {
    id: 'previewLicences',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/licences/preview',
    tag: 'Customer',
    summary: 'What a new total of licences adds to the next invoice',
    body: LicenceRequest,
    answers: 'The lines, prorated to the second.',
    answer: LicenceQuote,
    signedIn: true,
  },
  {
    id: 'changeLicences',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/licences',
    tag: 'Customer',
    summary: 'Change the total of licences; the cost rides on the next invoice',
    body: LicenceOrder,
    answers: 'The lines that the next invoice gets.',
    answer: LicenceQuote,
    idempotencyKey: true,
    signedIn: true,
  },
]
