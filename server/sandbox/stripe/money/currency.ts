import { invalid } from '../errors.ts'

/** The smallest amount a card can be charged, by currency; below it an amount waits in the balance. */
const MINIMUM: Record<string, number> = { usd: 50, mxn: 1000 }

/** The sandbox serves the currencies of two decimals whose minimum it knows. */
export const needCurrency = (given: string, param = 'currency'): string => {
  const currency = given.toLowerCase()
  if (!(currency in MINIMUM))
    throw invalid(`Invalid currency: ${given}. The sandbox serves ${Object.keys(MINIMUM).join(', ')}.`, param)
  return currency
}

export const minimumCharge = (currency: string): number => MINIMUM[currency] ?? 50
