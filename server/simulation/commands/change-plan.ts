import fc from 'fast-check'
import { PlanChangeQuote } from '#contract/plan-change'
import { newId } from '../../base/id.ts'
import { bodyOf } from '../answers.ts'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'
import { noteResult, refusals } from './confirmation.ts'

interface Wanted {
  plan: string
  interval: 'month' | 'year'
  minutes: number
  tabs: 'only looks' | 'one tab' | 'two tabs' | 'two tabs with keys of their own'
}

/** Previews a change, waits, and sometimes confirms it. */
export const changesPlan = (plans: string[]): fc.Arbitrary<Step> =>
  fc
    .record({
      plan: fc.constantFrom(...plans),
      interval: fc.constantFrom('month' as const, 'month' as const, 'year' as const),
      minutes: fc.constantFrom(0, 0, 0, 4, 11),
      tabs: fc.constantFrom(
        'one tab' as const,
        'one tab' as const,
        'one tab' as const,
        'two tabs' as const,
        'two tabs with keys of their own' as const,
        'only looks' as const,
      ),
    })
    .map(changesTo)

export const changesTo = (wanted: Wanted): Step =>
  step(
    `changes to ${wanted.plan}/${wanted.interval} after ${wanted.minutes} min (${wanted.tabs})`,
    (promised, life) => change(promised, life, wanted),
  )

const change = async (promised: Promised, life: Life, { plan, interval, minutes, tabs }: Wanted) => {
  const { customer, town } = life
  const priced = bodyOf(
    promised,
    await customer.preview(plan, interval),
    'same-plan',
    'no-subscription',
    'subscription-canceling',
  )
  if (!priced) return
  const quote = PlanChangeQuote.parse(priced)
  promised.quotes.set(quote.quoteId, quote)
  if (minutes) await town.advanceTo(new Date(town.clock.now().getTime() + minutes * 60_000))
  if (tabs === 'only looks') return
  const key = newId('key')
  const keys = tabs === 'one tab' ? [key] : tabs === 'two tabs' ? [key, key] : [key, newId('key')]
  const answers = await Promise.all(keys.map((each) => customer.confirm(quote.quoteId, each)))
  for (const [tab, answer] of answers.entries())
    noteResult(promised, bodyOf(promised, answer, ...refusals), quote.quoteId, keys[tab]!)
}
