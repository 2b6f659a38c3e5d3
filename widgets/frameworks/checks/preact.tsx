/** @jsxImportSource preact */
import '@waizant/billing/preact'
import '@waizant/billing/plan-picker'
import type { WaizantPlanPicker } from '@waizant/billing/plan-picker'
import { useRef } from 'preact/hooks'

export const Prices = ({ annual }: { annual: boolean }) => {
  const picker = useRef<WaizantPlanPicker>(null)
  return (
    <waizant-plan-picker
      ref={picker}
      class="prices"
      catalogue="erp"
      interval={annual ? 'year' : 'month'}
      success-url="/gracias"
      onwaizant-plan-select={(event) => {
        const plan: string = event.selection.plan
        picker.current?.setAttribute('plan', plan)
      }}
    >
      <p slot="footer">Precios con IVA</p>
    </waizant-plan-picker>
  )
}

// @ts-expect-error there is no week
export const wrongValue = <waizant-plan-picker interval="week" />
// @ts-expect-error the picker takes no such thing
export const wrongName = <waizant-plan-picker colour="red" />
// @ts-expect-error the event is no number
export const wrongHandler = <waizant-plan-picker onwaizant-plan-select={(event: number) => event} />
