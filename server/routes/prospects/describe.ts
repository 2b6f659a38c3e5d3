import { LeadReceived, LeadRequest } from '#contract/lead'
import { TrialRequest, TrialStarted } from '#contract/trial'
import type { Operation } from '../openapi/operation.ts'

export const prospectOperations: Operation[] = [
  {
    id: 'startTrial',
    method: 'post',
    path: '/v1/trials',
    tag: 'Public',
    summary: 'Start a trial without a card',
    body: TrialRequest,
    status: 201,
    answers: 'The trial and its ecosystem.',
    answer: TrialStarted,
  },
  {
    id: 'receiveLead',
    method: 'post',
    path: '/v1/leads',
    tag: 'Public',
    summary: 'Ask for a quote of a plan without a price',
    body: LeadRequest,
    status: 201,
    answers: 'The request was kept.',
    answer: LeadReceived,
  },
]
