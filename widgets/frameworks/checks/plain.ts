import type { WaizantPlanChange, WaizantPlanPicker } from '@waizant/billing'
import { connect } from '@waizant/billing/connect'
import { WaizantErrorEvent } from '@waizant/billing/events'
import { plansScript, renderElement } from '@waizant/billing/server'
import { addWords } from '@waizant/billing/words'

const picker: WaizantPlanPicker = document.createElement('waizant-plan-picker')
const change: WaizantPlanChange | null = document.querySelector('waizant-plan-change')
picker.interval = 'year'
void change?.open({ plan: 'pro' })

picker.addEventListener('waizant-plan-select', (event) => {
  const plan: string = event.selection.plan
  event.preventDefault()
  console.log(plan)
})
document.addEventListener('waizant-error', (event) =>
  console.log(event instanceof WaizantErrorEvent, event.error.code),
)

connect({ api: 'https://billing.example.com', ecosystem: 'legacy533', getToken: async () => 'a token' })
addWords('es-MX', { plans: { contact: 'Hablemos' } })
export const sent = (plans: Parameters<typeof plansScript>[0]) =>
  renderElement('waizant-plan-picker', plans, { catalogue: 'erp' }) + plansScript(plans)

// @ts-expect-error there is no week
picker.interval = 'week'
// @ts-expect-error no such word
addWords('es-MX', { plans: { colour: 'rojo' } })
