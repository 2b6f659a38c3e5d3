import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

/** Whether everything answers that a request may need. */
export const checkReadiness = async (deps: Deps) => {
  const checks = {
    database: await works(deps.db.execute(sql`select 1`)),
    migrations: await works(deps.db.execute(sql`select 1 from catalogues limit 1`)),
    core: await works(deps.core.execute(sql`select 1 from core.ecosystems limit 1`)),
    queue: await works(deps.jobs.check()),
  }
  return { ready: Object.values(checks).every(Boolean), checks }
}

const works = (attempt: PromiseLike<unknown>): Promise<boolean> =>
  Promise.resolve(attempt).then(
    () => true,
    () => false,
  )
