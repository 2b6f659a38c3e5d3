import type { AstroGlobal } from 'astro'
import type { LeadReceived } from '#contract/lead'
import { readPlans } from '../api/read-plans.ts'
import { send } from '../api/send.ts'
import { type CatalogueId, catalogueOf, catalogues } from '../catalogues.ts'
import type { Locale } from '../routes.ts'
import { emptyForm, type FormState, readForm, refusedForm, returnedForm } from './form-state.ts'

/** `plan` is the name of the plan that the request is about. */
export type ContactForm =
  | { done: false; form: FormState; catalogue: CatalogueId; plan: string }
  | { done: true; email: string; catalogue: CatalogueId }

const names = ['catalogue', 'plan', 'name', 'company', 'email', 'phone', 'message']

const filled = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/**
 * The plan that a request is about. When an old link names a plan that is gone, the request is kept as a general one.
 */
const subjectOf = async (page: AstroGlobal, locale: Locale, asked: (name: string) => string | null) => {
  const catalogue = catalogueOf(asked('catalogue')) ?? 'erp'
  const { plans } = await readPlans(page.locals, { catalogue, locale })
  const plan =
    plans.find(({ id }) => id === asked('plan')) ??
    plans.find(({ id }) => id === catalogues[catalogue].quotePlan) ??
    plans[0]!
  return { catalogue, plan }
}

/** Shows the form that requests a quote, or submits it. */
export const contactForm = async (page: AstroGlobal, locale: Locale): Promise<ContactForm> => {
  const sent = page.request.method === 'POST' ? await readForm(page.request, names) : null
  const asked = (name: string) => sent?.values[name] || page.url.searchParams.get(name)
  const { catalogue, plan } = await subjectOf(page, locale, asked)
  const subject = { catalogue, plan: plan.id }
  const unsent = (form: FormState): ContactForm => ({ done: false, form, catalogue, plan: plan.name })
  if (!sent) return unsent(emptyForm(subject))
  Object.assign(sent.values, subject)
  const returned = returnedForm(sent, locale)
  if (returned) {
    page.response.status = returned.status
    return unsent(returned.form)
  }
  const { phone = '', message = '', ...needed } = sent.values
  const body = { ...needed, ...filled({ phone, message }) }
  const answer = await send<LeadReceived>(page.locals, '/v1/leads', { body, key: sent.key, locale })
  if (answer.ok) return { done: true, email: needed.email ?? '', catalogue }
  page.response.status = answer.status || 503
  return unsent(refusedForm(sent, answer.problem, locale))
}
