import { invalid } from '../errors.ts'

/** The smallest amount that can be charged to a card, by currency; a smaller one goes to the balance. */
const MINIMUM: Record<string, number> = { usd: 50, mxn: 1000 }

/** The sandbox serves currencies with two decimals and a known minimum. */
export const needCurrency = (given: string, param = 'currency'): string => {
  const currency = given.toLowerCase()
  if (!(currency in MINIMUM))
    throw invalid(`Invalid currency: ${given}. The sandbox serves ${Object.keys(MINIMUM).join(', ')}.`, param)
  return currency
}

export const minimumCharge = (currency: string): number => MINIMUM[currency] ?? 50
