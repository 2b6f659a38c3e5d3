/** @jsxImportSource solid-js */
import '@waizant/billing/solid'
import '@waizant/billing/plan-picker'
import type { WaizantPlanPicker } from '@waizant/billing/plan-picker'

export const Prices = (given: { annual: boolean }) => {
  let picker: WaizantPlanPicker | undefined
  return (
    <waizant-plan-picker
      ref={(element) => {
        picker = element
      }}
      class="prices"
      catalogue="erp"
      success-url="/gracias"
      prop:interval={given.annual ? 'year' : 'month'}
      on:waizant-plan-select={(event) => {
        const plan: string = event.selection.plan
        picker?.setAttribute('plan', plan)
      }}
    />
  )
}

// @ts-expect-error there is no week
export const wrongValue = <waizant-plan-picker prop:interval="week" />
// @ts-expect-error the picker takes no such thing
export const wrongName = <waizant-plan-picker colour="red" />
// @ts-expect-error the event is no number
export const wrongHandler = <waizant-plan-picker on:waizant-plan-select={(event: number) => event} />
