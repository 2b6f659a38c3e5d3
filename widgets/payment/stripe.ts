import type { Stripe, StripeElementLocale } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/dist/pure.mjs'
import type { Config } from '#contract/config'
import { ApiError, read } from '../api/answer.ts'
import type { Speaker } from '../api/mutate.ts'

/**
 * The address of Stripe.js where it is not js.stripe.com: that script defines `window.Stripe`, which the loader then
 * uses.
 */
const bring = (src: string) =>
  new Promise<void>((resolve, reject) => {
    if ('Stripe' in globalThis) return resolve()
    const script = Object.assign(document.createElement('script'), { src })
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject(new ApiError(0, 'unreachable'))
    })
    document.head.append(script)
  })

/** Stripe's name of a language of ours. */
export const stripeLanguage = (locale: string): StripeElementLocale => (locale === 'en' ? 'en' : 'es-419')

const load = async ({ api, locale }: Speaker): Promise<Stripe> => {
  const { publishableKey, scriptUrl } = (await read<Config>(`${api}/v1/config`)).stripe
  if (scriptUrl) await bring(scriptUrl)
  const stripe = await loadStripe(publishableKey, { locale: stripeLanguage(locale) }).catch(() => undefined)
  if (!stripe) throw new ApiError(0, 'unreachable')
  return stripe
}

const known = new Map<string, Promise<Stripe>>()

/**
 * Stripe.js with the server's publishable key. It loads only when a customer pays, so import this module lazily too. A
 * failed load is not cached: the next try loads again.
 */
export const stripeOf = (speaker: Speaker): Promise<Stripe> => {
  const name = `${speaker.api} ${speaker.locale}`
  const stripe = known.get(name) ?? load(speaker)
  known.set(name, stripe)
  stripe.catch(() => known.delete(name))
  return stripe
}
