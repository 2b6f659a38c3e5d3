import type { EnvironmentName } from '#contract/catalogue-sync'
import { type Env, stripeEnvironments, stripeKeysOf } from '../env.ts'
import type { Environment, Environments } from '../payments/catalogue-port.ts'
import { stripeCatalogue } from '../payments/stripe/catalogue.ts'
import type { StripeSettings } from '../payments/stripe/client.ts'

/** The environments to sell in: the one that this server itself sells in, and the others whose keys are set. */
export const openEnvironments = (env: Env, own: StripeSettings): Environments => {
  const name = ownName(env)
  const others = stripeEnvironments.filter((one) => one !== name)
  const account = name === 'sandbox' ? null : (stripeKeysOf(env, name).account ?? null)
  return {
    own: name,
    all: [{ name, provider: stripeCatalogue(own), account }, ...others.map((one) => other(env, one))],
  }
}

/** The environment that this server sells in. */
export const ownName = (env: Env): EnvironmentName => {
  if (!env.STRIPE_SECRET_KEY) return 'sandbox'
  return env.STRIPE_ENVIRONMENT ?? (/^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY) ? 'production' : 'qa')
}

const other = (env: Env, name: (typeof stripeEnvironments)[number]): Environment => {
  const { secretKey, apiUrl, account } = stripeKeysOf(env, name)
  return {
    name,
    provider: secretKey ? stripeCatalogue({ secretKey, ...(apiUrl && { apiUrl }) }) : null,
    account: account ?? null,
  }
}
