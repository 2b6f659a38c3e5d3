import type { SvelteHTMLElements } from 'svelte/elements'
import '@waizant/billing/svelte'

/** What `svelte-check` and the editor look up for a tag in a component. */
type Given = SvelteHTMLElements['waizant-plan-picker']

export const given: Given = {
  catalogue: 'erp',
  interval: 'year',
  'success-url': '/gracias',
  class: 'prices',
  'onwaizant-plan-select': (event) => {
    const plan: string = event.selection.plan
    console.log(plan)
  },
}

type Wrong<Value> = Value extends Given ? true : false

export const wrongValue: Wrong<{ interval: 'week' }> = false
export const wrongHandler: Wrong<{ 'onwaizant-plan-select': (event: number) => void }> = false
