import { describe, expect, it } from 'vitest'
import type { Policy } from '#contract/policy'
import { nextLifecycleEvent, type Timed } from './next-lifecycle-event.ts'
import { deletionOf, keptUntil, retentionOf } from './retention.ts'

const policy = {
  trial: { days: 30, maxUsers: 5, cardRequired: false, plan: 'pro', retentionDays: 30 },
  reminders: { month: [7, 3, 1], year: [30, 15, 7] },
  unpaid: { suspendAfterDays: 3, retentionDays: 30 },
  cancellation: { retentionDays: 90 },
} as unknown as Policy

const mexico = 'America/Mexico_City'
const at = (text: string) => new Date(text)
const timed = (more: Partial<Timed>): Timed => ({
  status: 'active',
  trialEndsAt: null,
  suspendsAt: null,
  endedAt: null,
  deletesAt: null,
  createdAt: at('2026-01-01T00:00:00Z'),
  timeZone: mexico,
  ...more,
})
/** Every event from one to the next, as if each had been handled. */
const moments = (ecosystem: Timed, from: string): string[] => {
  const found: string[] = []
  for (let now = at(from); ; ) {
    const next = nextLifecycleEvent(ecosystem, policy, now)
    if (!next || found.length > 9) return found
    found.push(next.toISOString())
    now = next
    if (ecosystem.trialEndsAt && next >= ecosystem.trialEndsAt)
      ecosystem = { ...ecosystem, status: 'suspended' }
    const status = ecosystem.status
    const retention = retentionOf({ ...ecosystem, status }, policy)
    if (retention && next >= deletionOf(retention, null, now, ecosystem.timeZone).announceAt!)
      ecosystem = { ...ecosystem, deletesAt: retention.until }
  }
}

describe('the scheduled events', () => {
  it('of a trial: three reminders, its end, the announcement, the deletion; over the end of February', () => {
    const trial = timed({
      status: 'trialing',
      trialEndsAt: at('2028-03-01T15:00:00Z'),
      createdAt: at('2028-01-31T15:00:00Z'),
    })
    expect(moments(trial, '2028-01-31T15:00:00Z')).toEqual([
      '2028-02-23T15:00:00.000Z',
      '2028-02-27T15:00:00.000Z',
      '2028-02-29T15:00:00.000Z',
      '2028-03-01T15:00:00.000Z',
      '2028-03-17T15:00:00.000Z',
      '2028-03-31T15:00:00.000Z',
    ])
  })

  it('of a short trial leave out the reminders that would come before its start', () => {
    const trial = timed({
      status: 'trialing',
      trialEndsAt: at('2028-03-01T15:00:00Z'),
      createdAt: at('2028-02-25T15:00:00Z'),
    })
    expect(moments(trial, '2028-02-25T15:00:00Z').slice(0, 3)).toEqual([
      '2028-02-27T15:00:00.000Z',
      '2028-02-29T15:00:00.000Z',
      '2028-03-01T15:00:00.000Z',
    ])
  })

  it('of a debt: the suspension', () => {
    const suspendsAt = at('2027-02-03T07:00:00Z')
    expect(
      nextLifecycleEvent(timed({ status: 'past-due', suspendsAt }), policy, at('2027-02-01T00:00:00Z')),
    ).toEqual(suspendsAt)
  })

  it('of a customer who left: the announcement and the deletion, at the same time of the day across a change of the clocks', () => {
    const endedAt = at('2027-12-15T18:00:00Z')
    const left = timed({ status: 'canceled', endedAt, timeZone: 'America/Tijuana' })
    // 14 March 2028: the clocks of Tijuana went forward on the 12th.
    expect(moments(left, '2027-12-15T18:00:00Z')).toEqual([
      '2028-02-29T18:00:00.000Z',
      '2028-03-14T17:00:00.000Z',
    ])
    expect(keptUntil(endedAt, policy, 'America/Tijuana').toISOString()).toBe('2028-03-14T17:00:00.000Z')
  })

  it('are none for a customer who pays, or whose subscription stopped for an unknown reason', () => {
    expect(nextLifecycleEvent(timed({}), policy, at('2027-01-01T00:00:00Z'))).toBeNull()
    expect(nextLifecycleEvent(timed({ status: 'suspended' }), policy, at('2027-01-01T00:00:00Z'))).toBeNull()
    expect(nextLifecycleEvent(timed({ status: 'pending' }), policy, at('2027-01-01T00:00:00Z'))).toBeNull()
  })
})

describe('a deletion', () => {
  const retention = {
    reason: 'canceled' as const,
    since: at('2027-01-01T00:00:00Z'),
    until: at('2027-04-01T12:00:00Z'),
  }
  const of = (announced: string | null, now: string) =>
    deletionOf(retention, announced ? at(announced) : null, at(now), mexico)

  it('happens on the announced day when it was announced in time', () => {
    expect(of(null, '2027-03-18T12:00:00.120Z').deletesAt).toEqual(retention.until)
    expect(of('2027-04-01T12:00:00Z', '2027-03-20T12:00:00Z')).toEqual({
      announceAt: null,
      deletesAt: retention.until,
    })
  })

  it('waits two weeks after an announcement that was late', () => {
    expect(of(null, '2027-05-01T12:00:00Z').deletesAt).toEqual(at('2027-05-15T12:00:00Z'))
  })

  it('is announced again when the announced date is too early by now', () => {
    expect(of('2027-02-10T12:00:00Z', '2027-02-05T12:00:00Z')).toEqual({
      announceAt: at('2027-03-18T12:00:00Z'),
      deletesAt: retention.until,
    })
  })
})
