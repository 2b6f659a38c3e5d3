import type { LeadReceived, LeadRequest } from '#contract/lead'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import { offerOf } from '../../db/catalogue/snapshots.ts'
import { insertLead } from '../../db/leads/leads.ts'
import type { Deps } from '../../deps.ts'

/** Stores a request for a quote. The same form sent twice within a day is one lead. */
export const receiveLead = async (
  deps: Deps,
  request: LeadRequest,
  locale: Locale,
): Promise<LeadReceived> => {
  const at = deps.clock.now()
  const offer = await offerOf(deps.db, request.catalogue, at)
  if (!offer) throw new BillingError('unknown-catalogue', { catalogue: request.catalogue })
  const plan = offer.plans.find(({ id, hidden }) => id === request.plan && !hidden)
  if (!plan) throw new BillingError('not-found')
  const id = idFor('lead', JSON.stringify([at.toISOString().slice(0, 10), request]))
  const { phone = null, message = null, ...rest } = request
  await insertLead(deps.db, { ...rest, id, phone, message, locale, at })
  return { id }
}
