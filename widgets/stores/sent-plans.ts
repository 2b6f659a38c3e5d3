import type { PlanList } from '#contract/plan'
import { plansOf } from './plans.ts'

/**
 * Takes over the plans that the server sent with the page, in `<script type="application/json" data-waizant-plans>`, so
 * that no element requests them again, with or without their currency.
 */
export const takeSentPlans = (api: string): void => {
  for (const script of document.querySelectorAll('script[data-waizant-plans]')) {
    try {
      const list = JSON.parse(script.textContent) as PlanList
      const { catalogue, currency, locale } = list
      for (const one of [undefined, currency]) plansOf({ api, catalogue, currency: one, locale }, list)
    } catch {
      console.warn('[waizant] a <script data-waizant-plans> is not valid JSON; the plans are fetched')
    }
  }
}
