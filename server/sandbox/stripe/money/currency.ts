import { invalid } from '../errors.ts'

/** The smallest amount that can be charged to a card, by currency; a smaller one goes to the balance. */
const MINIMUM: Record<string, number> = { usd: 50, mxn: 1000 }

/** The sandbox serves currencies with two decimals and a known minimum. */
export const needCurrency = (input: string, param = 'currency'): string => {
  const currency = input.toLowerCase()
  if (!(currency in MINIMUM))
    throw invalid(`Invalid currency: ${input}. The sandbox serves ${Object.keys(MINIMUM).join(', ')}.`, param)
  return currency
}

export const minimumCharge = (currency: string): number => MINIMUM[currency] ?? 50
