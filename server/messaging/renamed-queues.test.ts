import { fromPglite, PgBoss } from 'pg-boss'
import pino from 'pino'
import { expect, it } from 'vitest'
import { newStore } from '../testing/store.ts'
import { type Handlers, openJobs } from './jobs.ts'
import { formerNames } from './queues.ts'

/** A process of an earlier release, which left a waiting and a dead job in a queue. */
const leaveJobs = async (boss: PgBoss, queue: string) => {
  await boss.createQueue(queue, { retryLimit: 0, deadLetter: 'dead-letters' })
  await boss.send(queue, { ecosystem: 'dead' })
  const [job] = await boss.fetch(queue)
  await boss.fail(queue, job!.id, { message: 'The database was away.' })
  await boss.send(queue, { ecosystem: 'waiting' })
}

it('keeps the jobs of queues that an earlier release called differently', async () => {
  const store = await newStore('embedded')
  if (store.driver.kind !== 'pglite') throw new Error('This is no embedded store.')
  const boss = await new PgBoss({
    db: fromPglite(store.driver.pglite),
    backend: 'pglite',
    schema: 'jobs',
  }).start()
  for (const former of Object.keys(formerNames)) await leaveJobs(boss, former)
  await boss.stop({ close: false })

  const done: string[] = []
  const jobs = await openJobs(store, pino({ level: 'silent' }))
  const note = (queue: string) => async (data: object) => void done.push(`${queue} ${JSON.stringify(data)}`)
  jobs.work(new Proxy({} as Handlers, { get: (_, queue: string) => note(queue) }))
  await jobs.settled()
  const names = Object.values(formerNames)
  expect(done.sort()).toEqual(names.map((name) => `${name} {"ecosystem":"waiting"}`).sort())

  const dead = await jobs.dead.list()
  expect(dead.map(({ queue }) => queue).sort()).toEqual([...names].sort())
  for (const { id } of dead) await jobs.dead.replay(id)
  await jobs.settled()
  expect(done).toHaveLength(2 * names.length)
  await jobs.stop()
  await store.close()
})
