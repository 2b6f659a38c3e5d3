import type { AstroGlobal } from 'astro'
import type { EcosystemStatus } from '#contract/billing'
import { ask } from '../api/ask.ts'
import { send } from '../api/send.ts'
import type { Locale } from '../routes.ts'

export interface SandboxCustomer {
  id: string
  company: string
  catalogue: string
  planName: string
  status: EcosystemStatus
}

export interface SandboxState {
  now: string
  customers: SandboxCustomer[]
  /** Whether the clock moved, when it was asked to. */
  moved?: boolean
  /** Who the visitor entered as. */
  as?: { customer: SandboxCustomer; token: string }
}

const post = async <T>(page: AstroGlobal, locale: Locale, path: string, body: Record<string, unknown>) => {
  const answer = await send<T>(page.locals, path, { body, key: crypto.randomUUID(), locale })
  return answer.ok ? answer.value : null
}

/** What the page of controls shows, after doing what its forms ask for. */
export const sandboxState = async (page: AstroGlobal, locale: Locale): Promise<SandboxState> => {
  const form = page.request.method === 'POST' ? await page.request.formData().catch(() => null) : null
  const advanceBy = form?.get('advanceBy')
  const moved =
    typeof advanceBy === 'string' ? await post(page, locale, '/sandbox/clock', { advanceBy }) : undefined
  const headers = { 'accept-language': locale }
  const clock = await ask<{ now: string }>(page.locals, '/sandbox/clock')
  const list = await ask<{ ecosystems: SandboxCustomer[] }>(page.locals, '/sandbox/ecosystems', { headers })
  const customers = list.ok ? list.value.ecosystems : []
  const customer = customers.find(({ id }) => id === page.url.searchParams.get('as'))
  const signedIn =
    customer &&
    (await post<{ token: string }>(page, locale, '/sandbox/identity/token', { ecosystem: customer.id }))
  return {
    now: clock.ok ? clock.value.now : '',
    customers,
    ...(moved !== undefined && { moved: moved !== null }),
    ...(customer && signedIn && { as: { customer, token: signedIn.token } }),
  }
}
