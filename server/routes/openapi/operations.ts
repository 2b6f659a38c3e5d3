import type * as z from 'zod/mini'
import { Balance } from '#contract/balance'
import { Billing } from '#contract/billing'
import { Cancellation, CancellationRequest } from '#contract/cancellation'
import { Checkout, CheckoutOpened, CheckoutRequest } from '#contract/checkout'
import { Config } from '#contract/config'
import { DeadJobList, Replayed } from '#contract/dead-job'
import {
  EncounterOrder,
  EncounterPrice,
  EncounterPurchase,
  EncounterPurchaseOpened,
  EncounterRequest,
} from '#contract/encounters'
import { Entitlements } from '#contract/entitlements'
import { InvoiceList } from '#contract/invoice'
import { InvoicePayment } from '#contract/invoice-payment'
import { LeadReceived, LeadRequest } from '#contract/lead'
import { LicenceOrder, LicenceQuote, LicenceRequest } from '#contract/licences'
import { PaymentMethodSetup } from '#contract/payment-method'
import { PlanList } from '#contract/plan'
import {
  PlanChangeConfirmation,
  PlanChangeQuote,
  PlanChangeRequest,
  PlanChangeResult,
} from '#contract/plan-change'
import { Recommendation } from '#contract/recommendation'
import { RetentionList, RetentionRun, RetentionRunRequest } from '#contract/retention'
import { TimeZoneChange } from '#contract/time-zone'
import { TrialRequest, TrialStarted } from '#contract/trial'
import { UsageRecorded, UsageReport } from '#contract/usage'
import { adminListOperations } from '../admin/lists-described.ts'
import { planSettingsOperations } from '../plan-settings/described.ts'

/** One operation of the API, as it is described to people and programs. */
export interface Operation {
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  tag: 'Public' | 'Customer' | 'Provider and operator'
  summary: string
  query?: Record<string, string>
  body?: z.ZodMiniType
  status?: number
  answers: string
  answer?: z.ZodMiniType
  idempotencyKey?: boolean
  /** `optional`: without a token it does less. */
  signedIn?: boolean | 'optional'
}

const visitor: Operation[] = [
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
  {
    id: 'readConfig',
    method: 'get',
    path: '/v1/config',
    tag: 'Public',
    summary: 'What a page needs to know before it pays',
    answers: 'Public settings.',
    answer: Config,
  },
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
    id: 'openCheckout',
    method: 'post',
    path: '/v1/checkouts',
    tag: 'Public',
    summary:
      'Open a payment page for a plan; for an `ecosystem` with a token of it that may buy, or with the `link` of a mail about its trial',
    body: CheckoutRequest,
    status: 201,
    answers: 'Where to pay.',
    answer: CheckoutOpened,
    idempotencyKey: true,
    signedIn: 'optional',
  },
  {
    id: 'readCheckout',
    method: 'get',
    path: '/v1/checkouts/{id}',
    tag: 'Public',
    summary: 'How a checkout stands',
    answers: 'Its status, and the ecosystem once it is ready.',
    answer: Checkout,
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
  {
    id: 'readUnsubscribing',
    method: 'get',
    path: '/v1/unsubscribe/{token}',
    tag: 'Public',
    summary: 'The page where a mail’s link to stop notices leads',
    answers: 'HTML that asks; nothing changes.',
  },
  {
    id: 'unsubscribe',
    method: 'post',
    path: '/v1/unsubscribe/{token}',
    tag: 'Public',
    summary: 'Stop notices by mail with one click (RFC 8058), or let them come again with `notices=on`',
    answers: 'HTML that says so.',
  },
  {
    id: 'describeApi',
    method: 'get',
    path: '/v1/openapi.json',
    tag: 'Public',
    summary: 'This description',
    answers: 'OpenAPI 3.1.',
  },
]

const customer: Operation[] = [
  {
    id: 'readBilling',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/billing',
    tag: 'Customer',
    summary: 'Plan, usage, balance and payments on one look',
    answers: 'The billing summary.',
    answer: Billing,
    signedIn: true,
  },
  {
    id: 'readBalance',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/balance',
    tag: 'Customer',
    summary: 'The balance and its movements',
    answers: 'The balance.',
    answer: Balance,
    signedIn: true,
  },
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
  {
    id: 'listInvoices',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/invoices',
    tag: 'Customer',
    summary: 'Its invoices, newest first',
    query: { cursor: 'Where the page before ended' },
    answers: 'A page of invoices.',
    answer: InvoiceList,
    signedIn: true,
  },
  {
    id: 'payInvoice',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/invoices/{id}/pay',
    tag: 'Customer',
    summary: 'Pay an open invoice with the saved card',
    answers: 'It is paid, or the bank asks first; what was suspended for it is back at once.',
    answer: InvoicePayment,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'readEntitlements',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/entitlements',
    tag: 'Customer',
    summary: 'What the ecosystem may use, for its own backend',
    answers: 'Access, features and limits, with a strong ETag; 304 when it is known.',
    answer: Entitlements,
    signedIn: true,
  },
]

const encounters: Operation[] = [
  {
    id: 'previewEncounters',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/encounters/preview',
    tag: 'Customer',
    summary: 'What a quantity of encounters costs',
    body: EncounterRequest,
    answers: 'The price, by the packages of the customer’s own plan version.',
    answer: EncounterPrice,
    signedIn: true,
  },
  {
    id: 'buyEncounters',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/encounters',
    tag: 'Customer',
    summary: 'Buy encounters at the price that was shown',
    body: EncounterOrder,
    status: 201,
    answers: 'The payment, to be confirmed in the page with a saved card or a new one.',
    answer: EncounterPurchaseOpened,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'readPurchase',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/encounters/{id}',
    tag: 'Customer',
    summary: 'How a purchase of encounters stands',
    answers: 'Its status, and why the last try was declined.',
    answer: EncounterPurchase,
    signedIn: true,
  },
]

const leaving: Operation[] = [
  {
    id: 'setUpPaymentMethod',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/payment-method',
    tag: 'Customer',
    summary: 'Begin to keep a new card',
    answers:
      'What Stripe.js needs; once confirmed, the card is the default and unpaid invoices are tried again.',
    answer: PaymentMethodSetup,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'cancelSubscription',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/cancellation',
    tag: 'Customer',
    summary: 'Cancel at the end of the paid period',
    body: CancellationRequest,
    answers: 'The last moment of access, and until when the data is kept.',
    answer: Cancellation,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'undoCancellation',
    method: 'delete',
    path: '/v1/ecosystems/{ecosystem}/cancellation',
    tag: 'Customer',
    summary: 'Stay after all, before the subscription ends',
    answers: 'The billing summary.',
    answer: Billing,
    signedIn: true,
  },
  {
    id: 'changeTimeZone',
    method: 'put',
    path: '/v1/ecosystems/{ecosystem}/time-zone',
    tag: 'Customer',
    summary: 'Set where the ecosystem’s days begin',
    body: TimeZoneChange,
    answers: 'The billing summary. Payments stay at the moments that they were sold for.',
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
  {
    id: 'exportBilling',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/export',
    tag: 'Customer',
    summary: 'All of its billing data, also after a cancellation',
    answers: 'application/zip: a CSV file for each kind, UTF-8, with its headings in the caller’s language.',
    signedIn: true,
  },
]

const operator: Operation[] = [
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
    answers: 'Whose people are told, and whose data goes.',
    answer: RetentionRun,
    signedIn: true,
  },
  {
    id: 'receiveStripeEvent',
    method: 'post',
    path: '/webhooks/stripe',
    tag: 'Provider and operator',
    summary: 'Stripe’s signed messages',
    answers: 'The message is stored.',
  },
  {
    id: 'isAlive',
    method: 'get',
    path: '/healthz',
    tag: 'Provider and operator',
    summary: 'Whether the process answers',
    answers: 'It does.',
  },
  {
    id: 'isReady',
    method: 'get',
    path: '/readyz',
    tag: 'Provider and operator',
    summary: 'Whether databases, migrations, queue and disk are ready, and the start is over',
    answers: 'They are; 503 when not.',
  },
  {
    id: 'readMetrics',
    method: 'get',
    path: '/metrics',
    tag: 'Provider and operator',
    summary: 'What waits and how requests go; in production for who brings METRICS_TOKEN',
    answers: 'Prometheus’ text format.',
  },
]

/** Every operation of the API; a test holds it against the routes. */
export const operations: Operation[] = [
  ...visitor,
  ...customer,
  ...encounters,
  ...leaving,
  ...operator,
  ...planSettingsOperations,
  ...adminListOperations,
]
