import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate } from '../http/list.ts'
import { type Routes, route } from '../http/route.ts'
import type { TestClock } from '../kinds.ts'

type Advance = Stripe.TestHelpers.TestClockAdvanceParams

const MONTH = 30 * 86_400

/**
 * The whole sandbox has one clock, so a test clock is a handle on it: advancing one moves time for all objects. It is
 * `advancing` until everything on the way has happened.
 */
const create = (draft: Draft, params: Stripe.TestHelpers.TestClockCreateParams): TestClock => {
  const clock = draft.create('test_helpers.test_clock', {
    created: draft.now,
    deletes_after: draft.now + MONTH,
    frozen_time: draft.now,
    livemode: false,
    name: params.name ?? null,
    status: 'ready',
    status_details: {},
  })
  draft.emit('test_helpers.test_clock.created', clock)
  return params.frozen_time > draft.now ? move(draft, clock.id, params.frozen_time) : clock
}

const move = (draft: Draft, id: string, to: number): TestClock => {
  const clock = draft.change('test_helpers.test_clock', id, {
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: to } },
  })
  draft.emit('test_helpers.test_clock.advancing', clock)
  return clock
}

const advance = (draft: Draft, params: Advance, id: string): TestClock => {
  const before = draft.need('test_helpers.test_clock', id)
  if (before.status !== 'ready')
    throw invalid('Test clock advancement is already underway.', null, 'test_clock_advancement_underway')
  if (params.frozen_time <= draft.now)
    throw invalid("The time to advance to must be later than the clock's time now.", 'frozen_time')
  return move(draft, id, params.frozen_time)
}

/** The clock has reached its target. */
export const arrive = (draft: Draft, id: string): void => {
  const clock = draft.change('test_helpers.test_clock', id, {
    frozen_time: draft.now,
    status: 'ready',
    status_details: {},
  })
  draft.emit('test_helpers.test_clock.ready', clock)
}

export const testClockRoutes: Routes = {
  'POST /v1/test_helpers/test_clocks': route<Stripe.TestHelpers.TestClockCreateParams>(create),
  'GET /v1/test_helpers/test_clocks/:id': route((draft, _params, id) =>
    draft.need('test_helpers.test_clock', id),
  ),
  'POST /v1/test_helpers/test_clocks/:id/advance': route<Advance>(advance),
  'GET /v1/test_helpers/test_clocks': route<Page>((draft, params) =>
    paginate(draft.all('test_helpers.test_clock').reverse(), params, '/v1/test_helpers/test_clocks'),
  ),
}
