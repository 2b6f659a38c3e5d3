import { Billing } from '#contract/billing'
import {
  PlanChangeConfirmation,
  PlanChangeQuote,
  PlanChangeRequest,
  PlanChangeResult,
} from '#contract/plan-change'
import { Recommendation } from '#contract/recommendation'
import type { Operation } from '../openapi/operation.ts'

export const planChangeOperations: Operation[] = [
  {
    id: 'previewPlanChange',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/plan-changes/preview',
    tag: 'Customer',
    summary: 'Price a plan change, exactly and for ten minutes',
    body: PlanChangeRequest,
    answers: 'A quote, pinned to a second.',
    answer: PlanChangeQuote,
    signedIn: true,
  },
  {
    id: 'confirmPlanChange',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/plan-changes',
    tag: 'Customer',
    summary: 'Accept a quote: charged exactly as shown, or refused with a fresh one',
    body: PlanChangeConfirmation,
    answers: 'The change is applied or scheduled, or the bank asks first.',
    answer: PlanChangeResult,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'undoPlanChange',
    method: 'delete',
    path: '/v1/ecosystems/{ecosystem}/plan-changes/pending',
    tag: 'Customer',
    summary: 'Take a scheduled change back',
    answers: 'The billing summary without it.',
    answer: Billing,
    signedIn: true,
  },
  {
    id: 'readRecommendation',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/recommendation',
    tag: 'Customer',
    summary: 'The plan that fits what is really used, and why',
    answers: 'A plan, its reason in words, and the usage that it rests on.',
    answer: Recommendation,
    signedIn: true,
  },
]
