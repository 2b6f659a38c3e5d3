import { ask } from '../api/ask.ts'
import { send } from '../api/send.ts'
import type { SandboxCustomer } from '../forms/sandbox.ts'
import type { Locale } from '../routes.ts'

/** The person that an example is signed in as: a customer of the demonstration, or its administrator. */
export interface ExamplePerson {
  token: string
  ecosystem?: string
  company?: string
}

/** Prospects are not signed in. */
const forEverybody = ['waizant-plan-picker', 'waizant-plan-comparison']
const forOperators = ['waizant-plan-settings']

export const needsPerson = (element: string): boolean => !forEverybody.includes(element)

/** The customer with the most to show. */
const wanted: Record<string, string> = {
  'waizant-billing-notice': 'cafe-volcan',
  'waizant-balance-badge': 'taller-faro',
}

const signIn = async (locals: App.Locals, locale: Locale, body: Record<string, unknown>) => {
  const answer = await send<{ token: string }>(locals, '/sandbox/identity/token', {
    body,
    key: crypto.randomUUID(),
    locale,
  })
  return answer.ok ? answer.value.token : null
}

/** Signs in an element's example; null where there is no demonstration. */
export const examplePerson = async (
  locals: App.Locals,
  element: string,
  locale: Locale,
): Promise<ExamplePerson | null> => {
  if (!locals.sandbox) return null
  if (forOperators.includes(element)) {
    const token = await signIn(locals, locale, { groups: ['waizant-backoffice'] })
    return token ? { token } : null
  }
  const listed = await ask<{ ecosystems: SandboxCustomer[] }>(locals, '/sandbox/ecosystems')
  const id = wanted[element] ?? 'clinica-horizonte'
  const customer =
    listed.ok && (listed.value.ecosystems.find((one) => one.id === id) ?? listed.value.ecosystems[0])
  if (!customer) return null
  const token = await signIn(locals, locale, { ecosystem: customer.id })
  return token ? { token, ecosystem: customer.id, company: customer.company } : null
}
