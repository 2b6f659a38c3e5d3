import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import type { PlanAction } from '../events/plan-select.ts'

const pages: Record<PlanAction, readonly [es: string, en: string]> = {
  buy: ['/comprar', '/en/buy'],
  trial: ['/prueba', '/en/trial'],
  contact: ['/contacto', '/en/contact'],
  change: ['/comprar', '/en/buy'],
}

/** What pressing the button of a plan means to a stranger. */
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
  return `${at.server}${pages[action][at.language.startsWith('es') ? 0 : 1]}?${search}`
}
