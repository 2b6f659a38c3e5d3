import { BillingError } from '../base/billing-error.ts'
import type { Deps } from '../deps.ts'
import type { Sandbox } from './sandbox.ts'
import { settle } from './settle.ts'

/** Every event on the way is processed, renewal by renewal; a longer advance would take too long. */
const furthestMs = 3653 * 24 * 60 * 60 * 1000

/** The target of an advance: a moment, or a duration from now (ISO 8601, as in `P1M` or `PT36H`). */
export const instantFrom = (
  now: Date,
  move: { advanceTo?: string | undefined; advanceBy?: string | undefined },
): Date => {
  const to = move.advanceTo ? new Date(move.advanceTo) : move.advanceBy ? later(now, move.advanceBy) : null
  if (!to || Number.isNaN(to.getTime()) || to < now || to.getTime() - now.getTime() > furthestMs)
    throw new BillingError('invalid-input', {}, [
      { path: 'advanceTo', message: 'Later than now, please, and no more than ten years at once.' },
    ])
  return to
}

/** Adds calendar parts first, at the same time of day and never past the month's end; then the exact ones. */
const later = (now: Date, duration: string): Date => {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    duration,
  )
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0))
  const to = new Date(now)
  const day = to.getUTCDate()
  to.setUTCDate(1)
  to.setUTCMonth(to.getUTCMonth() + years * 12 + months)
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(day, last))
  return new Date(to.getTime() + ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
}

/** Moves the clock forward and runs everything that is due on the way, each thing at its own moment. */
export const advance = (deps: Deps, sandbox: Sandbox, to: Date): Promise<void> =>
  deps.scheduler.whileHeld(() => move(deps, sandbox, to))

const move = async (deps: Deps, sandbox: Sandbox, to: Date): Promise<void> => {
  const { clock, stripe } = sandbox
  const settled = () => settle(deps.jobs, stripe)
  // Finishes pending work first, as would happen during the hours that are skipped now.
  await settled()
  const next = async () => earlier(stripe?.due() ?? null, await deps.scheduler.due())
  for (let due = await next(); due && due <= to; due = await next()) {
    if (due > clock.now()) clock.advanceTo(due)
    await stripe?.runDue()
    await settled()
    const timed = await deps.scheduler.due()
    if (!timed || timed > clock.now()) continue
    await deps.scheduler.tick({ onTheWay: true })
    await settled()
  }
  if (to > clock.now()) clock.advanceTo(to)
  await deps.scheduler.tick()
  await settled()
}

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one < other ? one : other) : (one ?? other)
