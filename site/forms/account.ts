import type { AstroGlobal } from 'astro'
import { ask } from '../api/ask.ts'
import { send } from '../api/send.ts'
import type { Locale } from '../routes.ts'
import type { SandboxCustomer } from './sandbox.ts'

/** The app of a demonstration's customer: the people to enter as, and the one that the visitor entered as. */
export interface AccountState {
  customers: SandboxCustomer[]
  as?: { customer: SandboxCustomer; token: string }
}

export const accountState = async (page: AstroGlobal, locale: Locale): Promise<AccountState> => {
  const listed = await ask<{ ecosystems: SandboxCustomer[] }>(page.locals, '/sandbox/ecosystems', {
    headers: { 'accept-language': locale },
  })
  const customers = listed.ok ? listed.value.ecosystems : []
  const customer = customers.find(({ id }) => id === page.url.searchParams.get('as'))
  if (!customer) return { customers }
  const signedIn = await send<{ token: string }>(page.locals, '/sandbox/identity/token', {
    body: { ecosystem: customer.id },
    key: crypto.randomUUID(),
    locale,
  })
  return signedIn.ok ? { customers, as: { customer, token: signedIn.value.token } } : { customers }
}
