import { nothing } from 'lit'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { html } from '../base/html.ts'
import type { PlanAction } from '../events/plan-select.ts'
import { actionHref } from './links.ts'
import type { PlanElement } from './plan-element.ts'
import { isTheirs } from './theirs.ts'

/**
 * The buttons of a plan: links that work without script and act in place once it has loaded. Monthly and annual price
 * each have a link; CSS hides the one that is switched off.
 *
 * @csspart action - a button; `action-main` on the plan to lead to, `action-quiet` for the one next to it
 */
export const buttons = (element: PlanElement, plan: Plan, list: PlanList, busy = false) => {
  const { billing, words } = element
  const action = element.actionFor(plan, element.chosenInterval)
  const days = list.trial?.days ?? 0
  const button = (does: PlanAction, text: string, part: string, interval?: Interval) => html`
    <a
      part="action ${part}"
      href=${actionHref(does, element, list, plan.id, interval)}
      data-action=${does}
      data-plan=${plan.id}
      data-interval=${interval ?? nothing}
      aria-busy=${busy}
    >${text}</a>
  `
  const main = element.isMain(plan) ? 'action-main' : ''
  if (action === 'contact') return button(action, words.contact, main)
  if (action === 'trial') return button(action, words.trial(days), main)
  const canTry = list.trial && !billing && !list.plans.some(({ trialPlan }) => trialPlan)
  const priced = (interval: Interval) => {
    const money = plan.prices[interval]
    const does = element.actionFor(plan, interval)
    if (!money || (does !== 'buy' && does !== 'change')) return nothing
    const isOwn = does === 'change' && billing?.plan === plan.id
    const text = !isOwn
      ? words[does](plan.name)
      : isTheirs(plan, interval, billing)
        ? words.toVersion(money.text ?? '')
        : interval === 'year'
          ? words.toYear
          : words.toMonth
    return button(does, text, isOwn ? '' : main, interval)
  }
  return [
    priced('month'),
    priced('year'),
    canTry ? button('trial', words.trial(days), 'action-quiet') : nothing,
  ]
}
