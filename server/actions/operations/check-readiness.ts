import { checkDatabase, checkMigrations, checkRegistry } from '../../db/connection/readiness.ts'
import type { Deps } from '../../deps.ts'

/** Whether everything that a request may need answers. */
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

/**
 * Health checkers stop waiting after some seconds: a dependency that has not answered by then counts as down.
 */
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
