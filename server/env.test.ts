import { expect, it } from 'vitest'
import { readEnv, stripeKeysOf } from './env.ts'

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
  const all = { ...keys('QA', 'test'), ...keys('STAGING', 'test'), ...keys('PRODUCTION', 'live') }
  const env = readEnv({ ...all, STRIPE_ENVIRONMENT: 'staging' })
  expect(env).toMatchObject({ STRIPE_SECRET_KEY: 'sk_test_STAGING', STRIPE_WEBHOOK_SECRET: 'whsec_STAGING' })
  expect(stripeKeysOf(env, 'production').secretKey).toBe('sk_live_PRODUCTION')
  expect(readEnv(all).STRIPE_SECRET_KEY).toBeUndefined()
  expect(() => readEnv({ STRIPE_ENVIRONMENT: 'qa' })).toThrow('STRIPE_QA_SECRET_KEY')
  expect(() => readEnv({ ...all, STRIPE_QA_WEBHOOK_SECRET: '' })).toThrow('STRIPE_QA_WEBHOOK_SECRET')
})
