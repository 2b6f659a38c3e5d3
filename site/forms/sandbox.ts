import type { AstroGlobal } from 'astro'
import type { EcosystemStatus } from '#contract/billing'
import type { Money } from '#contract/money'
import { ask } from '../api/ask.ts'
import { send } from '../api/send.ts'
import type { Locale } from '../routes.ts'

export interface SandboxCustomer {
  id: string
  company: string
  catalogue: string
  planName: string
  status: EcosystemStatus
  /** When its data were deleted, in readable form. */
  deletedOn: string | null
}

export interface SandboxOverview {
  subscriptions: { id: string; customer: string; status: string; what: string; periodEnd: string | null }[]
  invoices: {
    id: string
    number: string | null
    customer: string
    status: string
    total: Money
    at: string
    url: string | null
  }[]
  events: { id: string; type: string; at: string }[]
}

export interface SandboxFaults {
  webhooks: { drop: boolean; duplicate: boolean; reorder: boolean }
  api: { failNext: { times: number }[] }
}

export interface SandboxMessage {
  at: string
  to: string
  subject: string
  text: string
  /** Mails of the product can be viewed as their recipients see them. */
  id?: string
}

/** The command that was sent and its outcome, shown at its form. */
export interface Done {
  what: 'clock' | 'faults' | 'resend'
  ok: boolean
}

export interface SandboxState {
  now: string
  customers: SandboxCustomer[]
  overview: SandboxOverview
  faults: SandboxFaults
  mail: SandboxMessage[]
  done?: Done
  /** The person that the visitor entered as. */
  as?: { customer: SandboxCustomer; token: string }
}

const nothing: SandboxOverview = { subscriptions: [], invoices: [], events: [] }
const noFaults: SandboxFaults = {
  webhooks: { drop: false, duplicate: false, reorder: false },
  api: { failNext: [] },
}

const post = async <T>(page: AstroGlobal, locale: Locale, path: string, body: Record<string, unknown>) => {
  const answer = await send<T>(page.locals, path, { body, key: crypto.randomUUID(), locale })
  return answer.ok ? answer.value : null
}

const get = async <T>(page: AstroGlobal, locale: Locale, path: string, otherwise: T): Promise<T> => {
  const answer = await ask<T>(page.locals, path, { headers: { 'accept-language': locale } })
  return answer.ok ? answer.value : otherwise
}

const loseNext = { path: '/v1/checkout/sessions', times: 1, status: 'timeout-after-success' }

/** Runs the command of one of the page's forms. */
const act = async (page: AstroGlobal, locale: Locale): Promise<Done | undefined> => {
  if (page.request.method !== 'POST') return undefined
  const form = await page.request.formData().catch(() => new FormData())
  const on = (name: string) => form.get(name) === 'on'
  const does = async (what: Done['what'], path: string, body: Record<string, unknown>): Promise<Done> => ({
    what,
    ok: (await post(page, locale, path, body)) !== null,
  })
  const [advanceBy, resend] = [form.get('advanceBy'), form.get('resend')]
  if (typeof advanceBy === 'string') return does('clock', '/sandbox/clock', { advanceBy })
  if (typeof resend === 'string')
    return does('resend', `/sandbox/stripe/events/${encodeURIComponent(resend)}/resend`, {})
  const webhooks = { drop: on('drop'), duplicate: on('duplicate'), reorder: on('reorder') }
  return does('faults', '/sandbox/stripe/faults', {
    webhooks,
    api: { failNext: on('lose') ? [loseNext] : [] },
  })
}

/** The content of the page of controls, after the posted command has run. */
export const sandboxState = async (page: AstroGlobal, locale: Locale): Promise<SandboxState> => {
  const done = await act(page, locale)
  const { now } = await get(page, locale, '/sandbox/clock', { now: '' })
  const { ecosystems } = await get(page, locale, '/sandbox/ecosystems', {
    ecosystems: [] as SandboxCustomer[],
  })
  const { messages } = await get(page, locale, '/sandbox/mail', { messages: [] as SandboxMessage[] })
  const customer = ecosystems.find(({ id }) => id === page.url.searchParams.get('as'))
  const signedIn =
    customer &&
    (await post<{ token: string }>(page, locale, '/sandbox/identity/token', { ecosystem: customer.id }))
  return {
    now,
    customers: ecosystems,
    overview: await get(page, locale, '/sandbox/stripe', nothing),
    faults: await get(page, locale, '/sandbox/stripe/faults', noFaults),
    mail: messages,
    ...(done && { done }),
    ...(customer && signedIn && { as: { customer, token: signedIn.token } }),
  }
}
