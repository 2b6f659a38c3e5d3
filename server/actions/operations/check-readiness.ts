import { checkDatabase, checkMigrations, checkRegistry } from '../../db/connection/readiness.ts'
import type { Deps } from '../../deps.ts'

/** Whether everything answers that a request may need. */
export const checkReadiness = async (deps: Deps) => {
  const [database, migrations, core, queue, storage] = await Promise.all([
    works(checkDatabase(deps.db)),
    works(checkMigrations(deps.db)),
    works(checkRegistry(deps.core)),
    works(deps.jobs.check()),
    works(deps.storage.check()),
  ])
  const checks = { database, migrations, core, queue, storage, started: deps.starting.isOver }
  return { ready: Object.values(checks).every(Boolean), checks }
}

/** Whoever asks gives up after some seconds: what has not answered by then does not work. */
const patienceMs = 2_000

const works = (attempt: PromiseLike<unknown>): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, patienceMs, false)
  const answered = Promise.resolve(attempt).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}
