import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { type Page, paginate, type Range, within } from '../../http/list.ts'
import { metadata } from '../../http/metadata.ts'
import { type Routes, route } from '../../http/route.ts'
import type { Schedule } from '../../kinds.ts'
import { needCustomer } from '../need-customer.ts'
import { ownMethod } from '../payment-method.ts'
import { cancelNow } from '../subscription/cancel.ts'
import { enterPhase } from './enter-phase.ts'
import { phaseOf, readPhases } from './phases.ts'
import { releaseSchedule } from './run-due.ts'
import { startScheduled } from './start.ts'

type Create = Stripe.SubscriptionScheduleCreateParams
type Update = Stripe.SubscriptionScheduleUpdateParams

const create = (draft: Draft, params: Create): Schedule => {
  if (params.pause_schedules?.length)
    throw invalid('The sandbox does not serve pause_schedules.', 'pause_schedules')
  const schedule = params.from_subscription ? fromSubscription(draft, params) : fromPhases(draft, params)
  draft.emit('subscription_schedule.created', schedule)
  if (schedule.status === 'not_started' && schedule.phases[0]!.start_date <= draft.now)
    startScheduled(draft, schedule)
  return draft.need('subscription_schedule', schedule.id)
}

const fromSubscription = (draft: Draft, params: Create): Schedule => {
  const other = (['phases', 'customer', 'start_date', 'end_behavior'] as const).find(
    (name) => params[name] !== undefined,
  )
  if (other) throw invalid(`You cannot set \`${other}\` if \`from_subscription\` is set.`, other)
  const subscription = draft.need('subscription', params.from_subscription!, 'from_subscription')
  if (subscription.ended_at)
    throw invalid('You cannot migrate a subscription that is canceled.', 'from_subscription')
  if (subscription.schedule)
    throw invalid(
      `You cannot migrate a subscription that is already attached to a schedule: ${subscription.schedule}.`,
      'from_subscription',
    )
  const phase = phaseOf(subscription)
  const schedule = put(draft, {
    customer: subscription.customer,
    metadata: metadata(params.metadata),
    phases: [phase],
    status: 'active',
    subscription: subscription.id,
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    ...(subscription.default_payment_method && {
      default_settings: {
        ...defaultSettings,
        default_payment_method: subscription.default_payment_method,
      } as Schedule['default_settings'],
    }),
  })
  draft.change('subscription', subscription.id, { schedule: schedule.id })
  draft.emit('customer.subscription.updated', draft.need('subscription', subscription.id))
  return schedule
}

const fromPhases = (draft: Draft, params: Create): Schedule => {
  if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
  if (!params.phases) throw invalid('Missing required param: phases.', 'phases', 'parameter_missing')
  const start = params.start_date === undefined || params.start_date === 'now' ? draft.now : params.start_date
  if (start < draft.now)
    throw invalid('The sandbox does not serve schedules that start in the past.', 'start_date')
  return put(draft, {
    customer: needCustomer(draft, params.customer).id,
    end_behavior: params.end_behavior ?? 'release',
    metadata: metadata(params.metadata),
    phases: readPhases(draft, params.phases as never, { start, customer: params.customer }),
    status: 'not_started',
  })
}

const defaultSettings = {
  billing_cycle_anchor: 'automatic',
  collection_method: 'charge_automatically',
  invoice_settings: { issuer: { type: 'self' } },
}

const put = (draft: Draft, input: Partial<Schedule>): Schedule =>
  draft.create('subscription_schedule', {
    billing_mode: { type: 'flexible', flexible: { proration_discounts: 'included' } },
    created: draft.now,
    default_settings: defaultSettings,
    end_behavior: 'release',
    livemode: false,
    metadata: {},
    pause_schedules: [],
    ...input,
  } as never)

const needActiveSchedule = (draft: Draft, id: string, verb: string): Schedule => {
  const schedule = draft.need('subscription_schedule', id)
  if (schedule.status !== 'active' && schedule.status !== 'not_started')
    throw invalid(
      `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. You can only ${verb} it when it is \`active\` or \`not_started\`.`,
    )
  return schedule
}

const update = (draft: Draft, params: Update, id: string): Schedule => {
  const before = needActiveSchedule(draft, id, 'update')
  if (params.pause_schedules?.length)
    throw invalid('The sandbox does not serve pause_schedules.', 'pause_schedules')
  const settings = settingsOf(draft, before, params)
  const start = before.current_phase?.start_date ?? before.phases[0]!.start_date
  const phases = params.phases
    ? readPhases(draft, params.phases, { start, customer: before.customer as string })
    : before.phases
  const current = phases.find((phase) => phase.start_date <= draft.now && phase.end_date > draft.now)
  if (before.subscription && !current)
    throw invalid(
      'The current phase must end in the future: a schedule cannot lose the phase it is in.',
      'phases',
    )
  const schedule = draft.change('subscription_schedule', id, {
    default_settings: settings,
    end_behavior: params.end_behavior ?? before.end_behavior,
    metadata: metadata(params.metadata, before.metadata ?? {}),
    phases,
    ...(current &&
      before.current_phase && {
        current_phase: { start_date: current.start_date, end_date: current.end_date },
      }),
  })
  if (before.subscription && current && differs(before, current.items)) {
    enterPhase(draft, before.subscription, current, params.proration_behavior ?? 'create_prorations')
    draft.emit('customer.subscription.updated', draft.need('subscription', before.subscription))
  }
  draft.emit('subscription_schedule.updated', schedule)
  return schedule
}

/** Of the settings that all phases share, only the card can be changed; the current phase uses it from now on. */
const settingsOf = (draft: Draft, before: Schedule, params: Update): Schedule['default_settings'] => {
  const { default_payment_method: method, ...others } = params.default_settings ?? {}
  const [other] = Object.keys(others)
  if (other) throw invalid('The sandbox does not serve this setting.', `default_settings[${other}]`)
  if (method === undefined) return before.default_settings
  const card = method && ownMethod(draft, before.customer as string, method, 'default_settings')
  if (card && before.subscription)
    draft.change('subscription', before.subscription as string, { default_payment_method: card })
  return { ...before.default_settings, default_payment_method: card || null }
}

const differs = (before: Schedule, items: Schedule['phases'][number]['items']): boolean => {
  const old = before.phases.find((phase) => phase.start_date === before.current_phase?.start_date)
  const signs = (list: typeof items) =>
    JSON.stringify(list.map((item) => [item.price, item.quantity ?? 1]).sort())
  return !old || signs(old.items) !== signs(items)
}

const cancel = (draft: Draft, params: Stripe.SubscriptionScheduleCancelParams, id: string): Schedule => {
  const before = needActiveSchedule(draft, id, 'cancel')
  const schedule = draft.change('subscription_schedule', id, {
    canceled_at: draft.now,
    current_phase: null,
    status: 'canceled',
  })
  draft.emit('subscription_schedule.canceled', schedule)
  if (before.subscription) {
    draft.change('subscription', before.subscription, { schedule: null })
    cancelNow(draft, before.subscription, {
      credits: params.prorate ?? true,
      invoices: params.invoice_now ?? true,
    })
  }
  return schedule
}

type List = Page & { created?: Range; customer?: string; scheduled?: boolean }

export const scheduleRoutes: Routes = {
  'POST /v1/subscription_schedules': route<Create>(create),
  'GET /v1/subscription_schedules/:id': route((draft, _params, id) =>
    draft.need('subscription_schedule', id),
  ),
  'POST /v1/subscription_schedules/:id': route<Update>(update),
  'POST /v1/subscription_schedules/:id/release': route<Stripe.SubscriptionScheduleReleaseParams>(
    (draft, params, id) => {
      const { subscription } = needActiveSchedule(draft, id, 'release')
      if (subscription && !params.preserve_cancel_date && draft.need('subscription', subscription).cancel_at)
        draft.change('subscription', subscription, { cancel_at: null, canceled_at: null })
      return releaseSchedule(draft, id)
    },
  ),
  'POST /v1/subscription_schedules/:id/cancel': route<Stripe.SubscriptionScheduleCancelParams>(cancel),
  'GET /v1/subscription_schedules': route<List>((draft, params) =>
    paginate(
      (params.customer
        ? draft.where('subscription_schedule', 'customer', params.customer)
        : draft.all('subscription_schedule')
      )
        .filter(
          (each) => params.scheduled === undefined || (each.status === 'not_started') === params.scheduled,
        )
        .filter((each) => within(each.created, params.created))
        .reverse(),
      params,
      '/v1/subscription_schedules',
    ),
  ),
}
