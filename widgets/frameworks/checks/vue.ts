import type { GlobalComponents } from 'vue'
import '@waizant/billing/vue'

/** What `vue-tsc` and the editor look up for a tag in a template. */
type Given = InstanceType<GlobalComponents['waizant-plan-picker']>['$props']

export const given: Given = {
  catalogue: 'erp',
  interval: 'year',
  'success-url': '/gracias',
  class: 'prices',
  onWaizantPlanSelect: (event) => {
    const plan: string = event.selection.plan
    console.log(plan)
  },
}

// @ts-expect-error there is no week
export const wrongValue: Given = { interval: 'week' }
// @ts-expect-error the picker takes no such thing
export const wrongName: Given = { colour: 'red' }
// @ts-expect-error the event is no number
export const wrongHandler: Given = { onWaizantPlanSelect: (event: number) => event }
