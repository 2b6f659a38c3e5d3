import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import type { PlanAction } from '../events/plan-select.ts'

const pages: Record<PlanAction, readonly [es: string, en: string]> = {
  buy: ['comprar', 'buy'],
  change: ['comprar', 'buy'],
  trial: ['prueba', 'trial'],
  contact: ['contacto', 'contact'],
}

/** The action of a plan's button for a visitor without an account. */
export const actionOf = (plan: Plan): PlanAction => {
  if (plan.trialPlan) return 'trial'
  return plan.contactSales || !(plan.prices.month ?? plan.prices.year) ? 'contact' : 'buy'
}

/** The page of the billing server that does the same without JavaScript. */
export const actionHref = (
  action: PlanAction,
  at: { server: string; language: string },
  { catalogue, currency }: PlanList,
  plan: string,
  interval: Interval | undefined,
): string => {
  const search = new URLSearchParams({
    catalogue,
    ...(action !== 'trial' && { plan }),
    ...(interval && { interval, currency }),
  })
  const [spanish, english] = pages[action]
  return `${at.server}/${at.language.startsWith('es') ? spanish : `en/${english}`}?${search}`
}
