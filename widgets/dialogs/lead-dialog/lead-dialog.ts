import '../../chunks/acting.ts'
import type { LeadReceived } from '#contract/lead'
import { request } from '../../api/request.ts'
import { html } from '../../base/html.ts'
import type { FormWords } from '../../i18n/es-mx/forms.ts'
import { openDialog } from '../dialog/dialog.ts'
import type { Field } from '../form-dialog/field.ts'
import { FormDialog } from '../form-dialog/form-dialog.ts'

/** The form that requests a quote of a plan without a price. */
export class WaizantLeadDialog extends FormDialog<LeadReceived> {
  catalogue = ''
  plan = ''
  planName = ''

  protected override readonly fields: readonly Field[] = [
    { name: 'name', type: 'text', autocomplete: 'name' },
    { name: 'company', type: 'text', autocomplete: 'organization' },
    { name: 'email', type: 'email', autocomplete: 'email' },
    { name: 'phone', type: 'tel', autocomplete: 'tel', optional: true },
    { name: 'message', type: 'area', optional: true },
  ]

  protected override texts(words: FormWords) {
    return {
      title: words.leadTitle(this.planName),
      intro: words.leadIntro,
      send: words.leadSend,
      done: words.leadDone,
    }
  }

  protected override send(values: Readonly<Record<string, string>>): Promise<LeadReceived> {
    const { catalogue, plan, serverLanguage: locale } = this
    const body = { catalogue, plan, ...values }
    return request<LeadReceived>(`${this.server}/v1/leads`, { method: 'POST', body, locale })
  }

  protected override done(_: LeadReceived, words: FormWords): unknown {
    return html`<p>${words.leadDoneText(this.values.email ?? '')}</p>`
  }
}

customElements.get('waizant-lead-dialog') ?? customElements.define('waizant-lead-dialog', WaizantLeadDialog)

export const openLead = (root: ParentNode, about: Partial<WaizantLeadDialog>): void => {
  openDialog(root, new WaizantLeadDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-lead-dialog': WaizantLeadDialog
  }
}
