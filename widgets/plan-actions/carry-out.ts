import type { PlanSelection } from '../events/plan-select.ts'
import type { PlanElement, PlanOutcome } from '../plans/plan-element.ts'

export const carryOut = async (
  _element: PlanElement,
  selection: PlanSelection,
  _server: string,
  _language: string,
): Promise<PlanOutcome> => ({ plan: selection.plan, status: 'change' })
