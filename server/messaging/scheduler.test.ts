import { eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../db/connection/open.ts'
import { timetable as rows } from '../db/tables/index.ts'
import { type MovableClock, movableClock } from '../sandbox/clock.ts'
import { engines, newStore } from '../testing/store.ts'
import { type Handlers, type JobData, type Jobs, openJobs } from './jobs.ts'
import { openScheduler, type RecurringTasks, type Scheduler } from './scheduler.ts'

const log = pino({ level: 'silent' })
const hourMs = 60 * 60 * 1000
const hourly = (at: Date) => new Date((Math.floor(at.getTime() / hourMs) + 1) * hourMs)
const tasks: RecurringTasks = { 'backfill-missed-events': { nextAfter: hourly, missed: 'each' } }

describe.each(engines)('The timetable, %s', (engine) => {
  let database: Database
  let clock: MovableClock
  let replicas: { jobs: Jobs; timetable: Scheduler }[]
  const done: JobData['backfill-missed-events'][] = []

  const openReplica = async () => {
    const jobs = await openJobs(database, log)
    const ignore = async () => {}
    const handlers = new Proxy({} as Handlers, {
      get: (_, queue) =>
        queue === 'backfill-missed-events' ? async (data: object) => void done.push(data) : ignore,
    })
    jobs.work(handlers)
    return { jobs, timetable: await openScheduler({ db: database.db, jobs, clock, log, tasks }) }
  }
  const settled = () => Promise.all(replicas.map(({ jobs }) => jobs.settled()))
  const tickAll = async () => {
    await Promise.all(replicas.map(({ timetable }) => timetable.tick()))
    await settled()
  }
  const pass = (ms: number) => clock.advanceTo(new Date(clock.now().getTime() + ms))

  beforeAll(async () => {
    database = await newStore(engine)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    done.length = 0
    await database.db.delete(rows)
    clock = movableClock(null, new Date('2026-03-01T10:20:00Z'))
    replicas = [await openReplica(), await openReplica(), await openReplica()]
  })
  afterEach(async () => {
    for (const { jobs, timetable } of replicas) {
      await timetable.stop()
      await jobs.stop()
    }
  })

  it('runs a task once at each due time, with any number of replicas', async () => {
    await tickAll()
    expect(done).toHaveLength(0)
    for (let hours = 1; hours <= 3; hours++) {
      pass(hourMs)
      await Promise.all([tickAll(), tickAll()])
      expect(done).toHaveLength(hours)
    }
  })

  it('keeps its grid after a late run, and runs once after days of downtime', async () => {
    const [{ timetable }] = replicas as [(typeof replicas)[0]]
    expect(await timetable.due()).toEqual(new Date('2026-03-01T11:00:00Z'))
    clock.advanceTo(new Date('2026-03-04T17:42:10Z'))
    await tickAll()
    expect(done).toHaveLength(1)
    expect(await timetable.due()).toEqual(new Date('2026-03-04T18:00:00Z'))
  })

  it('passes a task the data that it should remember', async () => {
    const [{ timetable }] = replicas as [(typeof replicas)[0]]
    await timetable.remember(database.db, 'backfill-missed-events', { since: '2026-03-01T11:00:00Z' })
    pass(hourMs)
    await tickAll()
    expect(done).toEqual([{ since: '2026-03-01T11:00:00Z' }])
  })

  it('runs a job once at the time to which it was moved, unless it was cancelled', async () => {
    const [{ timetable }] = replicas as [(typeof replicas)[0]]
    const at = (minute: number) => new Date(`2026-03-01T10:${minute}:00Z`)
    const arrange = (key: string, minute: number) =>
      database.db.transaction((tx) =>
        timetable.at(tx, 'backfill-missed-events', key, at(minute), { since: key }),
      )
    await arrange('one', 30)
    await arrange('two', 31)
    await arrange('moved', 29)
    await arrange('moved', 40)
    await database.db.transaction((tx) => timetable.cancel(tx, 'backfill-missed-events', 'two'))
    expect(await timetable.due()).toEqual(at(30))
    clock.advanceTo(at(35))
    await tickAll()
    expect(done).toEqual([{ since: 'one' }])
    clock.advanceTo(at(41))
    await tickAll()
    expect(done).toEqual([{ since: 'one' }, { since: 'moved' }])
    expect(await timetable.due()).toEqual(new Date('2026-03-01T11:00:00Z'))
  })

  it('polls no more while it is held, and again afterwards', async () => {
    for (const { timetable } of replicas) await timetable.stop()
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const { jobs } = replicas[0]!
    const timetable = await openScheduler({ db: database.db, jobs, clock, log, tasks })
    const before = await timetable.due()
    pass(hourMs)
    await timetable.whileHeld(async () => void vi.advanceTimersByTime(10_000))
    expect(await timetable.due()).toEqual(before)
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    await timetable.stop()
    expect(await timetable.due()).not.toEqual(before)
  })

  it('schedules nothing when the transaction is rolled back', async () => {
    const [{ timetable }] = replicas as [(typeof replicas)[0]]
    await database.db
      .transaction(async (tx) => {
        await timetable.at(tx, 'backfill-missed-events', 'never', new Date('2026-03-01T10:30:00Z'), {})
        throw new Error('undone')
      })
      .catch(() => {})
    expect(
      await database.db.select().from(rows).where(eq(rows.task, 'backfill-missed-events/never')),
    ).toEqual([])
  })
})
