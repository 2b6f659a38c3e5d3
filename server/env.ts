import * as z from 'zod/mini'
import {
  AccountId,
  describeIssue,
  MailServer,
  Origins,
  Port,
  PublicUrl,
  PublishableKey,
  SecretKey,
  Text,
  Token,
  WebhookSecrets,
} from './setting-forms.ts'

/** A Stripe environment that catalogues are synced to: its keys, and the account that they must belong to. */
const stripeOf = <Name extends 'QA' | 'STAGING' | 'PRODUCTION'>(name: Name) =>
  ({
    [`STRIPE_${name}_SECRET_KEY`]: z.optional(SecretKey),
    [`STRIPE_${name}_PUBLISHABLE_KEY`]: z.optional(PublishableKey),
    [`STRIPE_${name}_WEBHOOK_SECRET`]: z.optional(WebhookSecrets),
    [`STRIPE_${name}_ACCOUNT`]: z.optional(AccountId),
    [`STRIPE_${name}_API_URL`]: z.optional(z.url({ protocol: /^https?$/ })),
  }) as {
    [Key in `STRIPE_${Name}_${'SECRET_KEY' | 'PUBLISHABLE_KEY' | 'WEBHOOK_SECRET' | 'ACCOUNT' | 'API_URL'}`]: z.ZodMiniOptional<z.ZodMiniString>
  }

/** The only reader of `process.env`: the operator's settings, parsed once, with texts for mistakes. */
const Env = z.object({
  NODE_ENV: z._default(z.enum(['development', 'test', 'production']), 'development'),
  /** Serves everything: site, API, widgets, webhooks. */
  PORT: z._default(Port, 4321),
  /** The address to listen on; by default all, but with stand-ins only the loopback address. */
  HOST: z.optional(Text),
  /** This server's public address; default `http://localhost:PORT`. */
  PUBLIC_URL: z.optional(PublicUrl),
  /** Holds everything that the embedded mode writes. */
  DATA_DIR: z._default(Text, '.data'),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  /** Comma-separated origins of the apps that embed customer elements or are returned to after a payment. */
  ALLOWED_ORIGINS: z._default(Origins, ''),
  /** Requests per minute that one network may send to public forms; the other limits are derived from it. */
  RATE_LIMIT_PER_MINUTE: z._default(z.coerce.number().check(z.int(), z.gte(1)), 600),
  /** The server runs behind a proxy that sets `X-Forwarded-For`. */
  TRUST_PROXY: z._default(z.stringbool(), false),
  /** The bearer token for `/metrics`; without it production has no metrics. */
  METRICS_TOKEN: z.optional(Token),
  /**
   * The service that counts visits: receives events from the site's pages, without a cookie or an identifier.
   * Not set: nothing is sent.
   */
  ANALYTICS_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** Where security researchers write: `mailto:security@…` or a page; by default the contact page. */
  SECURITY_CONTACT: z.optional(z.string().check(z.regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/))),
  DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  CORE_DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  /** `{number}` becomes the six digits: `postgres://host/waizant_tickets_{number}`. */
  TICKETS_DATABASE_URL: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^postgres(ql)?:\/\/.*\{number\}/,
          'has to be the address of a PostgreSQL with {number} in it',
        ),
      ),
  ),
  STRIPE_SECRET_KEY: z.optional(SecretKey),
  STRIPE_PUBLISHABLE_KEY: z.optional(PublishableKey),
  /** Two, comma-separated, while a secret is being rotated. */
  STRIPE_WEBHOOK_SECRET: z.optional(WebhookSecrets),
  /** Sends the SDK's requests to another server: a proxy, another sandbox. */
  STRIPE_API_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** The environment that this server sells in; its keys are then this server's own. */
  STRIPE_ENVIRONMENT: z.optional(z.enum(['qa', 'staging', 'production'])),
  ...stripeOf('QA'),
  ...stripeOf('STAGING'),
  ...stripeOf('PRODUCTION'),
  SANDBOX_STRIPE_PORT: z.optional(Port),
  /** The queue `subscription`, standard or FIFO; without it durable jobs in the database do the same. */
  SQS_QUEUE_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** Sends the queue's requests to another server than the queue's own. */
  SQS_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
  /** The mail server, as in `smtps://user:password@smtp.example.com`; without it a local mailbox stores the mail. */
  SMTP_URL: z.optional(MailServer),
  /** The sender of mails: `Waizant <cobros@waizant.com>`. */
  MAIL_FROM: z.optional(z.string().check(z.regex(/^[^@<>\r\n]*<?[^@<>\s]+@[^@<>\s]+>?$/))),
  /** The page of your app with the billing panel, where mails lead: `{ecosystem}` becomes its id, `{locale}` its language. */
  MANAGE_URL: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/))),
  COGNITO_USER_POOL_ID: z.optional(z.string().check(z.regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/))),
  COGNITO_CLIENT_ID: z.optional(z.string().check(z.regex(/^\w+$/))),
})
export type Env = z.infer<typeof Env>

/** The names of all settings. */
export const settingNames = Object.keys(Env.shape) as (keyof Env)[]

/** A setting that is wrong or missing; its message is for the operator. */
export class SettingsError extends Error {}

/** Reads the settings; a wrong one is a `SettingsError` that names it. Empty counts as not set. */
export const readEnv = (from: Record<string, string | undefined> = process.env): Env => {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given, { error: describeIssue })
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`These settings are not valid:\n  ${wrong.join('\n  ')}`)
  }
  const env = withOwnKeys(parsed.data)
  refuseIncomplete(env)
  refuseMixedModes(env)
  refuseReadableKeys(env)
  return env
}

export const stripeEnvironments = ['qa', 'staging', 'production'] as const

/** The Stripe settings of an environment; those not set are undefined. */
export const stripeKeysOf = (env: Env, name: (typeof stripeEnvironments)[number]) => {
  const prefix = `STRIPE_${name.toUpperCase() as Uppercase<typeof name>}` as const
  return {
    secretKey: env[`${prefix}_SECRET_KEY`],
    publishableKey: env[`${prefix}_PUBLISHABLE_KEY`],
    webhookSecret: env[`${prefix}_WEBHOOK_SECRET`],
    account: env[`${prefix}_ACCOUNT`],
    apiUrl: env[`${prefix}_API_URL`],
  }
}

/** Uses the keys of the environment that this server sells in, unless its own keys are set. */
const withOwnKeys = (env: Env): Env => {
  if (!env.STRIPE_ENVIRONMENT || env.STRIPE_SECRET_KEY) return env
  const own = stripeKeysOf(env, env.STRIPE_ENVIRONMENT)
  return {
    ...env,
    STRIPE_SECRET_KEY: own.secretKey,
    STRIPE_PUBLISHABLE_KEY: own.publishableKey,
    STRIPE_WEBHOOK_SECRET: own.webhookSecret,
    STRIPE_API_URL: own.apiUrl ?? env.STRIPE_API_URL,
  }
}

const realSystems = [
  'DATABASE_URL',
  'STRIPE_SECRET_KEY',
  'COGNITO_USER_POOL_ID',
  'PUBLIC_URL',
  'SMTP_URL',
  'MANAGE_URL',
] as const

const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** A key of real money. */
const isLive = (key: string): boolean => /^(sk|rk|pk)_live_/.test(key)

const isPlainHttp = (url: string): boolean => /^\s*http:/i.test(url)

/** An address that only this machine reaches. */
export const isLoopback = (url: string): boolean => loopback.test(new URL(url).hostname)

/**
 * Why stand-ins are not allowed: a server that moves real money or is reachable by others must not use them,
 * because with one any person can sign in as any user.
 */
const reasonForRealSystems = (env: Env): string | null => {
  const keys = [env.STRIPE_SECRET_KEY, ...stripeEnvironments.map((name) => stripeKeysOf(env, name).secretKey)]
  if (env.NODE_ENV === 'production') return 'Production takes no stand-ins.'
  if (keys.some((key) => isLive(key ?? ''))) return 'A live Stripe key takes no stand-ins.'
  if (env.PUBLIC_URL && !isLoopback(env.PUBLIC_URL))
    return `${env.PUBLIC_URL} can be reached by others, so it takes no stand-ins.`
  return null
}

/** Refuses incomplete settings, and stand-ins that are not allowed. */
const refuseIncomplete = (env: Env) => {
  const missing: string[] = []
  const together = (...names: (keyof Env)[]) => {
    if (names.some((name) => env[name])) missing.push(...names.filter((name) => !env[name]))
  }
  together('STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET')
  for (const name of ['QA', 'STAGING', 'PRODUCTION'] as const)
    together(`STRIPE_${name}_SECRET_KEY`, `STRIPE_${name}_PUBLISHABLE_KEY`, `STRIPE_${name}_WEBHOOK_SECRET`)
  if (env.STRIPE_ENVIRONMENT && !env.STRIPE_SECRET_KEY)
    missing.push(`STRIPE_${env.STRIPE_ENVIRONMENT.toUpperCase() as 'QA'}_SECRET_KEY`)
  together('COGNITO_USER_POOL_ID', 'COGNITO_CLIENT_ID')
  together('SMTP_URL', 'MAIL_FROM')
  const why = reasonForRealSystems(env)
  if (why) for (const name of realSystems) if (!env[name]) missing.push(name)
  if (missing.length === 0) return
  throw new SettingsError([`Missing: ${[...new Set(missing)].join(', ')}.`, why].filter(Boolean).join(' '))
}

/** A page that takes cards with a key of the other mode fails at each payment. */
const refuseMixedModes = (env: Env) => {
  const mixed = (['', 'QA_', 'STAGING_', 'PRODUCTION_'] as const).filter((name) => {
    const [secret, publishable] = [env[`STRIPE_${name}SECRET_KEY`], env[`STRIPE_${name}PUBLISHABLE_KEY`]]
    return secret && publishable && isLive(secret) !== isLive(publishable)
  })
  if (mixed.length === 0) return
  const pairs = mixed.map((name) => `STRIPE_${name}SECRET_KEY and STRIPE_${name}PUBLISHABLE_KEY`)
  throw new SettingsError(`One is a live key, the other a test key: ${pairs.join('; ')}.`)
}

/** Over plain HTTP the key can be read on the way, and a live key moves real money. */
const refuseReadableKeys = (env: Env) => {
  const readable = (['', 'QA_', 'STAGING_', 'PRODUCTION_'] as const).filter(
    (name) =>
      isLive(env[`STRIPE_${name}SECRET_KEY`] ?? '') && isPlainHttp(env[`STRIPE_${name}API_URL`] ?? ''),
  )
  if (readable.length === 0) return
  const names = readable.map((name) => `STRIPE_${name}API_URL`)
  throw new SettingsError(`A live Stripe key is sent over https:// only: ${names.join(', ')}.`)
}

/** Some system is stood in for, so the controls of the embedded mode are there. */
export const hasStandIns = (env: Env): boolean => !(env.STRIPE_SECRET_KEY && env.COGNITO_USER_POOL_ID)

/**
 * The address to listen on: with stand-ins only the loopback address, unless HOST is set. Undefined: all
 * addresses.
 */
export const hostOf = (env: Env): string | undefined =>
  env.HOST ?? (hasStandIns(env) ? '127.0.0.1' : undefined)
