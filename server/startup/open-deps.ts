import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Locale } from '#contract/locale'
import type { Clock } from '../base/clock.ts'
import { systemClock } from '../base/clock.ts'
import { openLog } from '../base/log.ts'
import { loadCatalogues } from '../db/catalogue/load.ts'
import { readCatalogues } from '../db/catalogue/read-files.ts'
import { watchStorage } from '../db/connection/availability.ts'
import { lockDirectory } from '../db/connection/lock.ts'
import { type Database, holding, migrate, openEmbedded, openPostgres } from '../db/connection/open.ts'
import { hasEcosystems } from '../db/ecosystems/ecosystems.ts'
import { openTickets } from '../db/tickets/tickets.ts'
import type { Deps, Settings } from '../deps.ts'
import { type Env, hasStandIns, SettingsError, stripeKeysOf } from '../env.ts'
import { cognitoDirectory } from '../identity/cognito.ts'
import type { Directory } from '../identity/directory.ts'
import { publishedKeys } from '../identity/published-keys.ts'
import { type Issuer, tokenVerifier } from '../identity/token.ts'
import { consumer, handlers } from '../jobs/handlers.ts'
import { recurringTasks } from '../jobs/recurring-tasks.ts'
import type { Mail } from '../mail/mail.ts'
import { smtpMail } from '../mail/smtp.ts'
import { openJobs, type Retries } from '../messaging/jobs.ts'
import { openScheduler } from '../messaging/scheduler.ts'
import { sqsQueue } from '../messaging/sqs-queue.ts'
import { directQueue } from '../messaging/subscription-queue.ts'
import { apiVersion, type StripeSettings } from '../payments/stripe/client.ts'
import { stripePayments } from '../payments/stripe/index.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { openEnvironments, ownName } from './open-environments.ts'
import { databaseRefusal, directoryRefusal } from './start-refusal.ts'

/** Deps with the systems that they use, so that all of them can be closed. */
export interface OpenDeps {
  deps: Deps
  /** The sandbox of the embedded mode; null when every system is real. */
  sandbox: Sandbox | null
  close(): Promise<void>
}

/** Opens the store's database, runs its migrations and loads the catalogues. */
export const openStore = async (env: Env): Promise<{ database: Database; core: Database }> => {
  const files = readCatalogues()
  // The sandbox keeps files there as well, which two processes would overwrite.
  const isOurs = !env.DATABASE_URL || hasStandIns(env)
  const unlock = isOurs ? await ownDirectory(env.DATA_DIR) : async () => {}
  const opened = env.DATABASE_URL ? openPostgres(env.DATABASE_URL) : await embeddedIn(env.DATA_DIR, unlock)
  const database = holding(opened, unlock)
  const core = env.CORE_DATABASE_URL ? openPostgres(env.CORE_DATABASE_URL) : database
  try {
    const setting = env.DATABASE_URL ? 'DATABASE_URL' : 'DATA_DIR'
    await migrate(database, 'store').catch(refusedAs(setting))
    await migrate(core, 'core').catch(refusedAs(core === database ? setting : 'CORE_DATABASE_URL'))
    await loadCatalogues(database.db, files)
    return { database, core }
  } catch (error) {
    if (core !== database) await core.close()
    await database.close()
    throw error
  }
}

const refusedAs = (setting: string) => (error: unknown) => {
  throw databaseRefusal(error, setting)
}

/** Creates a writable directory and locks it for this process. */
const ownDirectory = async (directory: string): Promise<() => Promise<void>> => {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
    return await lockDirectory(directory)
  } catch (error) {
    throw error instanceof SettingsError ? error : directoryRefusal(error, directory)
  }
}

const embeddedIn = (directory: string, unlock: () => Promise<void>): Promise<Database> =>
  openEmbedded(directory).catch(async (error) => {
    await unlock()
    throw error instanceof SettingsError ? error : directoryRefusal(error, directory)
  })

interface Opened {
  database: Database
  core: Database
  /** The port that the server listens on. */
  port: number
  /** An embedded process with an empty store gets demonstration customers. */
  wantsDemo?: boolean
  /** How failing jobs are retried, if not as usual. */
  retries?: Retries
  /** The start of a new sandbox's clock; the machine's time by default. */
  startsAt?: Date
  /** An open sandbox that outlives this process, which replicas of one installation share. */
  shared?: Sandbox
}

/** Opens the real systems that the settings name, and stand-ins for the others. */
export const openDeps = async (
  env: Env,
  { database, core, port, wantsDemo = false, retries, startsAt, shared }: Opened,
): Promise<OpenDeps> => {
  const log = openLog(env.LOG_LEVEL)
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, '')
  const isEmpty = wantsDemo && !(await hasEcosystems(database.db))
  const sandbox =
    shared ??
    (await sandboxFor(env, { port, publicUrl, log, wantsDemo: isEmpty, ...(startsAt && { startsAt }) }))
  const stripe = stripeSettings(env, sandbox)
  const identity = identityOf(env, sandbox)
  const tickets = openTickets(database, env.TICKETS_DATABASE_URL)
  const jobs = await openJobs(database, log, retries)
  const clock: Clock = sandbox?.clock ?? systemClock
  const scheduler = await openScheduler({ db: database.db, jobs, clock, log, tasks: recurringTasks })
  const deps: Deps = {
    db: database.db,
    core: core.db,
    tickets,
    payments: stripePayments(stripe),
    environments: openEnvironments(env, stripe),
    jobs,
    scheduler,
    subscriptionQueue: env.SQS_QUEUE_URL
      ? sqsQueue({ url: env.SQS_QUEUE_URL, endpoint: env.SQS_ENDPOINT }, log)
      : directQueue(),
    mail: env.SMTP_URL ? smtpMail({ url: env.SMTP_URL, from: env.MAIL_FROM! }) : mailboxOf(sandbox),
    directory: identity.directory,
    verifyToken: tokenVerifier(identity.issuer),
    clock,
    log,
    settings: settingsOf(env, publicUrl, sandbox),
    storage: watchStorage(database.db),
    starting: { isOver: true },
  }
  deps.subscriptionQueue.consume(consumer(deps))
  jobs.work(handlers(deps))
  const close = async () => {
    await scheduler.stop()
    await jobs.stop()
    await deps.subscriptionQueue.stop()
    deps.mail.close()
    if (!shared) await sandbox?.close()
    await tickets.close()
    if (core !== database) await core.close()
    await database.close()
  }
  return { deps, sandbox, close }
}

/** Imported only when a stand-in is needed: production never loads it. */
const sandboxFor = async (
  env: Env,
  at: { port: number; publicUrl: string; log: Logger; wantsDemo: boolean; startsAt?: Date },
): Promise<Sandbox | null> => {
  if (!hasStandIns(env)) return null
  const { openSandbox } = await import('../sandbox/index.ts')
  return openSandbox({
    directory: join(env.DATA_DIR, 'sandbox'),
    checksAnswers: env.NODE_ENV === 'test',
    isOpen: env.HOST !== undefined,
    stripe: env.STRIPE_SECRET_KEY
      ? null
      : { port: env.SANDBOX_STRIPE_PORT ?? (env.PORT === 0 ? 0 : at.port + 1) },
    ...at,
  })
}

const stripeSettings = (env: Env, sandbox: Sandbox | null): StripeSettings => {
  if (env.STRIPE_SECRET_KEY) {
    const name = ownName(env)
    const account = name === 'sandbox' ? undefined : stripeKeysOf(env, name).account
    return {
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecrets: env.STRIPE_WEBHOOK_SECRET!.split(',').map((secret) => secret.trim()),
      ...(env.STRIPE_API_URL && { apiUrl: env.STRIPE_API_URL }),
      ...(account && { account }),
    }
  }
  const { stripe } = sandbox!
  if (!stripe) throw new SettingsError('There is no Stripe to speak to.')
  return {
    secretKey: stripe.secretKey,
    webhookSecrets: [stripe.webhookSecret],
    apiUrl: env.STRIPE_API_URL ?? stripe.url,
  }
}

const identityOf = (env: Env, sandbox: Sandbox | null): { issuer: Issuer; directory: Directory } => {
  if (!env.COGNITO_USER_POOL_ID) return sandbox!.identity
  const poolId = env.COGNITO_USER_POOL_ID
  const issuer = `https://cognito-idp.${poolId.split('_')[0]}.amazonaws.com/${poolId}`
  return {
    issuer: {
      issuer,
      clientId: env.COGNITO_CLIENT_ID!,
      keys: publishedKeys(`${issuer}/.well-known/jwks.json`),
    },
    directory: cognitoDirectory(poolId),
  }
}

const mailboxOf = (sandbox: Sandbox | null): Mail => {
  if (!sandbox) throw new SettingsError('Mail has nowhere to go: set SMTP_URL and MAIL_FROM.')
  return sandbox.mailbox
}

/** The embedded mode's own page with a customer's billing. */
const accountPage: Record<Locale, string> = { 'es-MX': '/cuenta', en: '/en/account' }

/** The site's pages with prices, by catalogue. */
const plansPages: Readonly<Record<string, Record<Locale, string>>> = {
  erp: { 'es-MX': '/precios', en: '/en/pricing' },
  waizant: { 'es-MX': '/waizant/precios', en: '/en/waizant/pricing' },
}

const settingsOf = (env: Env, publicUrl: string, sandbox: Sandbox | null): Settings => {
  const allowed = new Set([
    new URL(publicUrl).origin,
    ...env.ALLOWED_ORIGINS.split(',').map((one) => one.trim()),
  ])
  const isLocal = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
  return {
    publicUrl,
    manageUrl: (ecosystem, locale) =>
      (env.MANAGE_URL ?? `${publicUrl}${accountPage[locale]}?as={ecosystem}`)
        .replaceAll('{ecosystem}', encodeURIComponent(ecosystem))
        .replaceAll('{locale}', locale),
    plansUrl: (catalogue, locale) => {
      const page = Object.hasOwn(plansPages, catalogue) && plansPages[catalogue]![locale]
      return page ? `${publicUrl}${page}` : null
    },
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    trustProxy: env.TRUST_PROXY,
    metrics: { token: env.METRICS_TOKEN ?? null, open: sandbox !== null },
    analyticsUrl: env.ANALYTICS_URL ?? null,
    securityContact: env.SECURITY_CONTACT ?? null,
    // A developer's own app on the same machine may embed elements, as long as no real system is connected.
    isAllowedOrigin: (origin) => allowed.has(origin) || (sandbox !== null && isLocal(origin)),
    config: {
      sandbox: sandbox?.stripe != null,
      stripe: {
        publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? sandbox!.stripe!.publishableKey,
        apiVersion,
        ...(sandbox?.stripe && { scriptUrl: `${sandbox.stripe.url}/v3/` }),
      },
      gateways: ['stripe'],
      locales: ['es-MX', 'en'],
    },
  }
}
