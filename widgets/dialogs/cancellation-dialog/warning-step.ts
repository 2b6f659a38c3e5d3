import { nothing } from 'lit'
import type { PlanList } from '#contract/plan'
import { html } from '../../base/html.ts'
import { type Actions, lastDay, type Spoken } from './about.ts'
import { lossesOf } from './losses.ts'
import { stayButton } from './stay-button.ts'

/** What is lost and what is kept; with `plans` once the catalogue has loaded. */
export const warningStep = (plans: PlanList | undefined, spoken: Spoken, actions: Actions): unknown => {
  const { words, language, billing } = spoken
  const { ifCanceled } = billing
  return html`
    <div part="step">
      <p>${ifCanceled ? words.until(lastDay(ifCanceled.accessUntil, spoken)) : words.atEnd}</p>
      <ul part="losses">
        ${lossesOf(billing, plans, words, language).map((loss) => html`<li>${loss}</li>`)}
      </ul>
      <div part="keeps">
        <h3>${words.keeps}</h3>
        <ul>
          ${ifCanceled ? html`<li>${words.data(lastDay(ifCanceled.dataUntil, spoken))} ${words.back}</li>` : nothing}
          <li>${words.invoices}</li>
        </ul>
      </div>
      <div part="buttons">
        <button part="action" type="button" @click=${actions.ask}>${words.goOn}</button>
        ${stayButton(spoken, actions)}
      </div>
    </div>
  `
}
