import type { AstroGlobal } from 'astro'
import type { LeadReceived } from '#contract/lead'
import { send } from '../api/send.ts'
import { catalogueOf, catalogues } from '../catalogues.ts'
import type { Locale } from '../routes.ts'
import { emptyForm, type FormState, readForm, refusedForm } from './form-state.ts'

export type ContactForm = { done: false; form: FormState } | { done: true; email: string }

const filled = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** Shows the form that asks for a quote, or hands the request in. */
export const contactForm = async (page: AstroGlobal, locale: Locale): Promise<ContactForm> => {
  const { searchParams } = page.url
  const catalogue = catalogueOf(searchParams.get('catalogue')) ?? 'erp'
  const plan = searchParams.get('plan') || catalogues[catalogue].quotePlan
  if (page.request.method !== 'POST') return { done: false, form: emptyForm({ catalogue, plan }) }
  const sent = await readForm(page.request, [
    'catalogue',
    'plan',
    'name',
    'company',
    'email',
    'phone',
    'message',
  ])
  const { phone = '', message = '', ...needed } = sent.values
  const body = { ...needed, ...filled({ phone, message }) }
  const answer = await send<LeadReceived>(page.locals, '/v1/leads', { body, key: sent.key, locale })
  if (answer.ok) return { done: true, email: needed.email ?? '' }
  page.response.status = answer.status || 503
  return { done: false, form: refusedForm(sent, answer.problem, locale) }
}
