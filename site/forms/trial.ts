import type { AstroGlobal } from 'astro'
import type { TrialStarted } from '#contract/trial'
import { send } from '../api/send.ts'
import { catalogueOf } from '../catalogues.ts'
import type { Locale } from '../routes.ts'
import { emptyForm, type FormState, readForm, refusedForm, returnedForm } from './form-state.ts'

export type TrialForm =
  | { done: false; form: FormState }
  | { done: true; email: string; started: TrialStarted }

/** Shows the trial form, or starts the requested trial. */
export const trialForm = async (page: AstroGlobal, locale: Locale): Promise<TrialForm> => {
  const asked = catalogueOf(page.url.searchParams.get('catalogue')) ?? 'erp'
  if (page.request.method !== 'POST') return { done: false, form: emptyForm({ catalogue: asked }) }
  const sent = await readForm(page.request, ['catalogue', 'company', 'email', 'time-zone'])
  const returned = returnedForm(sent, locale)
  if (returned) {
    page.response.status = returned.status
    return { done: false, form: returned.form }
  }
  const { email = '', company = '', 'time-zone': timeZone } = sent.values
  const catalogue = catalogueOf(sent.values.catalogue) ?? asked
  const body = { catalogue, email, company, locale, timeZone }
  const answer = await send<TrialStarted>(page.locals, '/v1/trials', { body, key: sent.key, locale })
  if (answer.ok) return { done: true, email, started: answer.value }
  page.response.status = answer.status || 503
  return { done: false, form: refusedForm(sent, answer.problem, locale) }
}
