import '@waizant/billing/billing-panel'
import '@waizant/billing/encounter-purchase'
import '@waizant/billing/plan-change'
import '@waizant/billing/plan-picker'
import '@waizant/billing/react'
import { connect } from '@waizant/billing/connect'
import type { WaizantPlanSelectEvent } from '@waizant/billing/events'
import type { WaizantPlanChange } from '@waizant/billing/plan-change'
import { useEffect, useRef, useState } from 'react'
import { ecosystem, getToken } from '../customer.ts'

const Customer = () => {
  const change = useRef<WaizantPlanChange>(null)
  const [status, setStatus] = useState('')
  useEffect(() => connect({ ecosystem: ecosystem!, getToken }), [])
  return (
    <>
      <button type="button" onClick={() => change.current?.open()}>
        Cambiar de plan
      </button>
      <p role="status">{status}</p>
      <waizant-plan-change
        ref={change}
        buttonless
        onwaizant-plan-changed={(event) => setStatus(event.status)}
      />
      <waizant-billing-panel />
      <waizant-encounter-purchase />
    </>
  )
}

export const App = () => {
  const [interval, setInterval] = useState<'month' | 'year'>('month')
  const [chosen, setChosen] = useState('')
  const choose = (event: WaizantPlanSelectEvent) => {
    // Without this the element continues by itself, to payment or to the plan change.
    event.preventDefault()
    setChosen(`Elegiste ${event.selection.plan}`)
  }
  return (
    <main>
      <h1>React</h1>
      <p>
        <button type="button" onClick={() => setInterval('month')}>
          Ver por mes
        </button>
        <button type="button" onClick={() => setInterval('year')}>
          Ver por año
        </button>
      </p>
      <p id="chosen" role="status">
        {chosen}
      </p>
      <waizant-plan-picker
        catalogue="erp"
        interval={interval}
        onwaizant-plan-select={choose}
      >
        <p slot="footer">Precios con IVA.</p>
      </waizant-plan-picker>
      {ecosystem && <Customer />}
    </main>
  )
}
