import { readEnv, SettingsError } from './env.ts'
import { openDeps, openStore } from './startup/open-deps.ts'
import { endFailed } from './startup/start-refusal.ts'

/** Runs jobs only, without HTTP: for machines in addition to those that answer requests. They share the database. */
const main = async (): Promise<void> => {
  const env = readEnv()
  if (!env.DATABASE_URL || !env.STRIPE_SECRET_KEY || !env.COGNITO_USER_POOL_ID)
    throw new SettingsError(
      'A worker shares the systems of a server: set DATABASE_URL, the Stripe keys and Cognito.',
    )
  const open = await openDeps(env, { ...(await openStore(env)), port: env.PORT })
  const end = () => void open.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  open.deps.log.info('worker is running')
}

main().catch(endFailed)
