import { DeadJobList, Replayed } from '#contract/dead-job'
import { RetentionList, RetentionRun, RetentionRunRequest } from '#contract/retention'
import type { Operation } from '../openapi/operation.ts'

export const adminOperations: Operation[] = [
  {
    id: 'listDeadJobs',
    method: 'get',
    path: '/v1/admin/jobs/dead',
    tag: 'Provider and operator',
    summary: 'Jobs that failed every retry, newest first',
    answers: 'Each with its reason.',
    answer: DeadJobList,
    signedIn: true,
  },
  {
    id: 'replayDeadJobs',
    method: 'post',
    path: '/v1/admin/jobs/dead/replay',
    tag: 'Provider and operator',
    summary: 'Send all of them back to their queues',
    answers: 'How many that were.',
    answer: Replayed,
    signedIn: true,
  },
  {
    id: 'replayDeadJob',
    method: 'post',
    path: '/v1/admin/jobs/dead/{id}/replay',
    tag: 'Provider and operator',
    summary: 'Send one back to its queue',
    answers: 'It was sent back.',
    answer: Replayed,
    signedIn: true,
  },
  {
    id: 'listRetention',
    method: 'get',
    path: '/v1/admin/retention',
    tag: 'Provider and operator',
    summary: 'Ecosystems whose data is only kept, and what becomes of it',
    answers: 'The soonest deletion first.',
    answer: RetentionList,
    signedIn: true,
  },
  {
    id: 'runRetention',
    method: 'post',
    path: '/v1/admin/retention/run',
    tag: 'Provider and operator',
    summary: 'Announce and delete what is due, or say what would be',
    body: RetentionRunRequest,
    answers: 'Which ecosystems get the announcement, and which lose their data.',
    answer: RetentionRun,
    signedIn: true,
  },
]
