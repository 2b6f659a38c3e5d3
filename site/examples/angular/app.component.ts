import '@waizant/billing/billing-panel'
import '@waizant/billing/encounter-purchase'
import '@waizant/billing/plan-change'
import '@waizant/billing/plan-picker'
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core'
import { connect } from '@waizant/billing/connect'
import type {
  WaizantPlanChangedEvent,
  WaizantPlanSelectEvent,
} from '@waizant/billing/events'
import { ecosystem, getToken } from '../customer.ts'

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Angular</h1>
    <p>
      <button type="button" (click)="interval.set('month')">Ver por mes</button>
      <button type="button" (click)="interval.set('year')">Ver por año</button>
    </p>
    <p id="chosen" role="status">{{ chosen() }}</p>
    <waizant-plan-picker
      catalogue="erp"
      [interval]="interval()"
      (waizant-plan-select)="choose($event)"
    >
      <p slot="footer">Precios con IVA.</p>
    </waizant-plan-picker>
    @if (ecosystem) {
      <button type="button" (click)="change.open()">Cambiar de plan</button>
      <p role="status">{{ status() }}</p>
      <waizant-plan-change
        #change
        [buttonless]="true"
        (waizant-plan-changed)="changed($event)"
      />
      <waizant-billing-panel />
      <waizant-encounter-purchase />
    }
  `,
})
export class AppComponent {
  readonly ecosystem = ecosystem
  readonly interval = signal<'month' | 'year'>('month')
  readonly chosen = signal('')
  readonly status = signal('')

  constructor() {
    if (ecosystem) connect({ ecosystem, getToken })
  }

  choose(event: WaizantPlanSelectEvent) {
    // Without this the element continues by itself, to payment or to the plan change.
    event.preventDefault()
    this.chosen.set(`Elegiste ${event.selection.plan}`)
  }

  changed(event: WaizantPlanChangedEvent) {
    this.status.set(event.status)
  }
}
