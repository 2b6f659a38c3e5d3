import '../../chunks/acting.ts'
import type { Trial } from '#contract/plan'
import type { TrialStarted } from '#contract/trial'
import { request } from '../../api/request.ts'
import { html } from '../../base/html.ts'
import { browserZone, dayText } from '../../i18n/day-text.ts'
import type { FormWords } from '../../i18n/es-mx/forms.ts'
import { openDialog } from '../dialog/dialog.ts'
import type { Field } from '../form-dialog/field.ts'
import { FormDialog } from '../form-dialog/form-dialog.ts'

/** The form that starts a trial: a work email and a company, no card. */
export class WaizantTrialDialog extends FormDialog<TrialStarted> {
  catalogue = ''
  trial: Trial = { days: 0, maxUsers: 0, cardRequired: false }

  protected override readonly fields: readonly Field[] = [
    { name: 'email', type: 'email', autocomplete: 'email' },
    { name: 'company', type: 'text', autocomplete: 'organization' },
  ]

  protected override texts(words: FormWords) {
    const { days, maxUsers, cardRequired } = this.trial
    return {
      title: words.trialTitle(days),
      intro: words.trialIntro(maxUsers, cardRequired),
      send: words.trialSend,
      done: words.trialDone,
    }
  }

  protected override send(values: Readonly<Record<string, string>>): Promise<TrialStarted> {
    const { catalogue, serverLanguage: locale } = this
    const body = { catalogue, locale, timeZone: browserZone(), ...values }
    return request<TrialStarted>(`${this.server}/v1/trials`, { method: 'POST', body, locale })
  }

  protected override done({ trial, ecosystem, timeZone }: TrialStarted, words: FormWords): unknown {
    const day = dayText(trial.endsAt, this.language, timeZone, { dateStyle: 'long' })
    return html`
      <p>${words.trialDoneText(day, trial.maxUsers)}</p>
      <p>${words.trialSpace}: <code translate="no">${ecosystem}</code></p>
      <p part="intro">${words.trialAfter}</p>
    `
  }
}

customElements.get('waizant-trial-dialog') ??
  customElements.define('waizant-trial-dialog', WaizantTrialDialog)

export const openTrial = (root: ParentNode, about: Partial<WaizantTrialDialog>): void => {
  openDialog(root, new WaizantTrialDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-trial-dialog': WaizantTrialDialog
  }
}
