import type { Config } from '#contract/config'
import type { CatalogueId } from '../catalogues.ts'
import type { Locale } from '../routes.ts'
import { answers } from '../words/answers.ts'
import { ask } from './ask.ts'

/** Questions that people ask before they choose, answered for this server, with the payment gateways that it has. */
export const readAnswers = async (locals: App.Locals, catalogue: CatalogueId, locale: Locale) => {
  const config = await ask<Config>(locals, '/v1/config')
  const mercadoPago = config.ok && config.value.gateways.includes('mercadopago')
  return answers[catalogue][locale].map(({ question, answer, withMercadoPago }) => ({
    question,
    answer: mercadoPago && withMercadoPago ? `${answer} ${withMercadoPago}` : answer,
  }))
}
