import { describe, expect, it } from 'vitest'
import { config } from 'zod/mini'
import { hostOf, readEnv, stripeKeysOf } from './env.ts'

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://billing.example.com',
  DATABASE_URL: 'postgres://db/store',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  COGNITO_USER_POOL_ID: 'us-east-1_abc',
  COGNITO_CLIENT_ID: 'client',
  SMTP_URL: 'smtps://user:word@mail.example.com',
  MAIL_FROM: 'Waizant <cobros@example.com>',
  MANAGE_URL: 'https://app.example.com/billing',
}

it('needs no setting at all to run embedded', () => {
  expect(readEnv({})).toMatchObject({ PORT: 4321, DATA_DIR: '.data', NODE_ENV: 'development' })
})
it('takes an empty variable as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 4321 })
})
it('names the setting that is wrong', () => {
  expect(() => readEnv({ PORT: 'eighty' })).toThrow('PORT')
  expect(() => readEnv({ DATABASE_URL: 'mysql://db' })).toThrow('DATABASE_URL')
  expect(() => readEnv({ SQS_QUEUE_URL: 'subscription' })).toThrow('SQS_QUEUE_URL')
})
it.each([
  ['a port that is a space', { PORT: ' ' }, 'PORT: has to be a number from 0 to 65535'],
  ['a port that is too high', { PORT: '70000' }, 'PORT: has to be a number from 0 to 65535'],
  ['a level that there is not', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL: has to be one of fatal, error'],
  ['a limit below one', { RATE_LIMIT_PER_MINUTE: '0' }, 'RATE_LIMIT_PER_MINUTE: has to be at least 1'],
  ['a token that is guessed', { METRICS_TOKEN: 'short' }, 'METRICS_TOKEN: has to be at least 16 characters'],
  ['a token of blanks', { METRICS_TOKEN: ' '.repeat(20) }, 'METRICS_TOKEN: has to be letters'],
  [
    'a token with a blank in it',
    { METRICS_TOKEN: 'a token of two words' },
    'METRICS_TOKEN: has to be letters',
  ],
  ['a host of blanks', { HOST: '  ' }, 'HOST: has to be more than blanks'],
  ['a folder of blanks', { DATA_DIR: ' ' }, 'DATA_DIR: has to be more than blanks'],
  ['a client of blanks', { COGNITO_CLIENT_ID: ' ' }, 'COGNITO_CLIENT_ID: has the wrong form'],
  ['a key with a blank', { STRIPE_PUBLISHABLE_KEY: 'pk_live_x ' }, 'STRIPE_PUBLISHABLE_KEY: has to be'],
  ['an account of blanks', { STRIPE_QA_ACCOUNT: 'acct_ ' }, 'STRIPE_QA_ACCOUNT: has to be an account'],
  ['mail to no host', { SMTP_URL: 'smtp://' }, 'SMTP_URL: has to name a host'],
  ['mail to a path', { SMTP_URL: 'smtps:///mail.example.com' }, 'SMTP_URL: has to name a host'],
  ['mail without the two slashes', { SMTP_URL: 'smtp:mail.example.com' }, 'SMTP_URL: has to name a host'],
  [
    'an address with a query',
    { PUBLIC_URL: 'http://localhost:1/?q=1#x' },
    'PUBLIC_URL: has to be an address',
  ],
  [
    'an address with a password',
    { PUBLIC_URL: 'http://u:p@localhost:1' },
    'PUBLIC_URL: has to be an address',
  ],
  [
    'a database of another kind',
    { TICKETS_DATABASE_URL: 'mysql://x/{number}' },
    'TICKETS_DATABASE_URL: has to',
  ],
])('says of %s what is right', (_, settings, sentence) => {
  expect(() => readEnv(settings)).toThrow(sentence)
})
it('says the same when a package gives zod a language of its own', () => {
  const { localeError } = config()
  config({ localeError: () => 'In other words' })
  try {
    expect(() => readEnv({ LOG_LEVEL: 'verbose' })).toThrow('LOG_LEVEL: has to be one of fatal, error')
  } finally {
    config({ localeError })
  }
})
it.each([
  '*',
  'null',
  'app.example.com',
  'https://app.example.com/',
  'https://*.example.com',
  'https://App.example.com',
])('refuses %s as an origin: no browser sends it, or everybody’s does', (one) => {
  expect(() => readEnv({ ALLOWED_ORIGINS: `https://good.example.com, ${one}` })).toThrow('ALLOWED_ORIGINS')
  expect(readEnv({ ALLOWED_ORIGINS: 'https://good.example.com, http://localhost:3000' })).toBeTruthy()
})
it.each([',', ' ', 'whsec_x,', ',whsec_x', 'whsec_x,,whsec_y'])(
  'refuses the empty secret in "%s", with which no message is good',
  (secret) => {
    expect(() => readEnv({ ...production, STRIPE_WEBHOOK_SECRET: secret })).toThrow('STRIPE_WEBHOOK_SECRET')
    expect(readEnv({ ...production, STRIPE_WEBHOOK_SECRET: 'whsec_x, whsec_y' })).toBeTruthy()
  },
)
it('refuses keys of test money and real money together', () => {
  expect(() => readEnv({ ...production, STRIPE_SECRET_KEY: 'sk_test_x' })).toThrow(
    'STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY',
  )
})
it.each([
  ['sk_live_x', 'STRIPE_'],
  ['rk_live_x', 'STRIPE_'],
  ['sk_live_x', 'STRIPE_PRODUCTION_'],
])('refuses to send %s over plain HTTP to %sAPI_URL, where others read it', (key, prefix) => {
  const keys = {
    [`${prefix}SECRET_KEY`]: key,
    [`${prefix}PUBLISHABLE_KEY`]: 'pk_live_x',
    [`${prefix}WEBHOOK_SECRET`]: 'whsec_x',
  }
  const to = (url: string) => readEnv({ ...production, ...keys, [`${prefix}API_URL`]: url })
  for (const url of ['http://proxy.example.com', 'HTTP://proxy.example.com', 'http://127.0.0.1:12111'])
    expect(() => to(url)).toThrow(`A live Stripe key is sent over https:// only: ${prefix}API_URL.`)
  expect(to('https://proxy.example.com')).toBeTruthy()
})
it('lets a test key go over plain HTTP, as to a stand-in on this machine', () => {
  const test = {
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
  }
  expect(readEnv({ ...test, STRIPE_API_URL: 'http://127.0.0.1:12111' })).toMatchObject(test)
})
it('names what must be set together', () => {
  expect(() => readEnv({ STRIPE_SECRET_KEY: 'sk_test_x' })).toThrow(
    'STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET',
  )
})
it('refuses production with a stand-in in place, naming what is missing', () => {
  expect(readEnv(production).NODE_ENV).toBe('production')
  for (const name of [
    'DATABASE_URL',
    'STRIPE_SECRET_KEY',
    'COGNITO_USER_POOL_ID',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'MANAGE_URL',
  ])
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name)
})
it('sells with the keys of its own environment, and knows the others', () => {
  const keys = (name: string, mode: string) => ({
    [`STRIPE_${name}_SECRET_KEY`]: `sk_${mode}_${name}`,
    [`STRIPE_${name}_PUBLISHABLE_KEY`]: `pk_${mode}_${name}`,
    [`STRIPE_${name}_WEBHOOK_SECRET`]: `whsec_${name}`,
  })
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET, ...real } = production
  const ofTests = { ...keys('QA', 'test'), ...keys('STAGING', 'test') }
  const all = { ...ofTests, ...keys('PRODUCTION', 'live') }
  const env = readEnv({ ...real, ...all, STRIPE_ENVIRONMENT: 'staging' })
  expect(env).toMatchObject({ STRIPE_SECRET_KEY: 'sk_test_STAGING', STRIPE_WEBHOOK_SECRET: 'whsec_STAGING' })
  expect(stripeKeysOf(env, 'production').secretKey).toBe('sk_live_PRODUCTION')
  expect(readEnv(ofTests).STRIPE_SECRET_KEY).toBeUndefined()
  expect(() => readEnv({ STRIPE_ENVIRONMENT: 'qa' })).toThrow('STRIPE_QA_SECRET_KEY')
  expect(() => readEnv({ ...ofTests, STRIPE_QA_WEBHOOK_SECRET: '' })).toThrow('STRIPE_QA_WEBHOOK_SECRET')
})

describe('stand-ins', () => {
  const real = { ...production, NODE_ENV: undefined }
  const live = {
    STRIPE_SECRET_KEY: 'sk_live_x',
    STRIPE_PUBLISHABLE_KEY: 'pk_live_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
  }
  const liveElsewhere = {
    STRIPE_PRODUCTION_SECRET_KEY: 'rk_live_x',
    STRIPE_PRODUCTION_PUBLISHABLE_KEY: 'pk_live_x',
    STRIPE_PRODUCTION_WEBHOOK_SECRET: 'whsec_x',
  }

  it.each([
    ['a live key', live],
    ['a live key that only a catalogue is published with', liveElsewhere],
    ['an address on the internet', { PUBLIC_URL: 'https://billing.example.com' }],
    ['an address in the network', { PUBLIC_URL: 'http://192.168.1.20:4321' }],
    ['a name that only looks like this machine', { PUBLIC_URL: 'http://localhost.example.com' }],
  ])('are not taken with %s, whatever NODE_ENV says', (_, settings) => {
    for (const NODE_ENV of ['development', 'test', 'production', undefined]) {
      expect(() => readEnv({ ...settings, NODE_ENV })).toThrow('COGNITO_USER_POOL_ID')
      expect(() => readEnv({ ...settings, NODE_ENV })).toThrow('SMTP_URL')
    }
    expect(() => readEnv({ ...real, ...settings, COGNITO_USER_POOL_ID: '', COGNITO_CLIENT_ID: '' })).toThrow(
      /^Missing: COGNITO_USER_POOL_ID\. /,
    )
    expect(() => readEnv({ ...real, ...settings, SMTP_URL: '', MAIL_FROM: '' })).toThrow(
      /^Missing: SMTP_URL\. /,
    )
    expect(readEnv({ ...real, ...settings })).toMatchObject(settings)
  })

  it.each([
    undefined,
    'http://localhost:4321',
    'http://billing.localhost',
    'http://127.0.0.1:80',
    'http://[::1]:4321',
  ])('are taken where only this machine is reached: %s', (PUBLIC_URL) => {
    expect(readEnv({ PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL)
  })

  it('listen on the loopback address only, unless HOST says otherwise; with real systems on all addresses', () => {
    expect(hostOf(readEnv({}))).toBe('127.0.0.1')
    expect(
      hostOf(
        readEnv({
          ...live,
          ...real,
          COGNITO_USER_POOL_ID: undefined,
          COGNITO_CLIENT_ID: undefined,
          STRIPE_SECRET_KEY: 'sk_test_x',
          STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
          PUBLIC_URL: undefined,
        }),
      ),
    ).toBe('127.0.0.1')
    expect(hostOf(readEnv({ HOST: '0.0.0.0' }))).toBe('0.0.0.0')
    expect(hostOf(readEnv(production))).toBeUndefined()
  })
})
