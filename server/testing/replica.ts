import type { Pool } from 'pg'
import { openPostgres } from '../db/connection/open.ts'
import type { Deps } from '../deps.ts'
import { handlers } from '../jobs/handlers.ts'
import { recurringTasks } from '../jobs/recurring-tasks.ts'
import { openJobs } from '../messaging/jobs.ts'
import { openScheduler } from '../messaging/scheduler.ts'

/** Another process on the same PostgreSQL store and the same sandbox: its own connections, jobs and scheduler. */
export const openReplica = async (other: Deps) => {
  const { $client } = other.db as unknown as { $client: Pool }
  const database = openPostgres($client.options.connectionString!)
  const { db } = database
  const jobs = await openJobs(database, other.log, { limit: 5, seconds: 0, maxSeconds: 0 })
  const { clock, log } = other
  const scheduler = await openScheduler({ db, jobs, clock, log, tasks: recurringTasks })
  const deps: Deps = { ...other, db, core: db, jobs, scheduler }
  jobs.work(handlers(deps))
  const close = async () => {
    await scheduler.stop()
    await jobs.stop()
    await database.close()
  }
  return { deps, close }
}
