import { atom, type ReadableAtom } from 'nanostores'
import type { Billing } from '#contract/billing'
import { ofEcosystem } from './of-ecosystem.ts'
import type { Remote } from './remote.ts'

const $stranger: ReadableAtom<Remote<Billing> | undefined> = atom()

/** What the connected ecosystem has; nothing while nobody is connected. */
export const billingOf = (api: string, locale: string): ReadableAtom<Remote<Billing> | undefined> =>
  ofEcosystem<Billing>('billing', api, locale) ?? $stranger
