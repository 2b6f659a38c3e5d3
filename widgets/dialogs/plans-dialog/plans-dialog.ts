import '../../chunks/acting.ts'
import { css } from 'lit'
import type { Billing } from '#contract/billing'
import { html } from '../../base/html.ts'
import { accountArea } from '../../i18n/account.ts'
import type { AccountWords } from '../../i18n/es-mx/account.ts'
import { DialogElement, openDialog } from '../dialog/dialog.ts'

// The picker stays a file of its own, for pages that need nothing else.
void import('../../elements/plan-picker/plan-picker.ts')

/** The plans for a customer without one: during or after a trial, or back after a cancellation. */
export class WaizantPlansDialog extends DialogElement<AccountWords> {
  static override styles = [
    DialogElement.styles,
    css`
      :host {
        --_dialog-size: 72rem;
      }
      /* Before its buttons act, their links lead a customer to the page where strangers buy. */
      waizant-plan-picker:not([ready]) {
        pointer-events: none;
      }
    `,
  ]

  override readonly area = accountArea
  declare billing: Billing

  protected override heading(words: AccountWords): string {
    return words.choosePlan
  }

  protected override content(): unknown {
    const { catalogue, currency } = this.billing
    return html`
      <waizant-plan-picker
        catalogue=${catalogue}
        currency=${currency}
        api=${this.server}
        locale=${this.language}
      ></waizant-plan-picker>
    `
  }
}

customElements.get('waizant-plans-dialog') ??
  customElements.define('waizant-plans-dialog', WaizantPlansDialog)

export const openPlans = (root: ParentNode, about: Partial<WaizantPlansDialog>): void => {
  openDialog(root, new WaizantPlansDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plans-dialog': WaizantPlansDialog
  }
}
