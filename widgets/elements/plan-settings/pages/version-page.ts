import { ContextProvider } from '@lit/context'
import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { editorContext } from '../contexts.ts'
import { localDayText } from '../editor/dates.ts'
import type { DraftForm } from '../editor/draft-form.ts'
import { Editor } from '../editor/editor.ts'
import { Sheet } from '../editor/sheet.ts'
import { textIn } from '../views/names.ts'
import { versionStatusView } from '../views/status.ts'
import { waits } from '../views/waits.ts'
import { PlanPage } from './plan-page.ts'

const panels = {
  parameters: html`<waizant-settings-parameters></waizant-settings-parameters>`,
  features: html`<waizant-settings-features></waizant-settings-features>`,
  services: html`<waizant-settings-services></waizant-settings-services>`,
  pricing: html`<waizant-settings-pricing></waizant-settings-pricing>`,
  details: html`<waizant-settings-details></waizant-settings-details>`,
  history: html`<waizant-settings-history></waizant-settings-history>`,
}

/**
 * One version: its status, its actions, and its tabs. Provides its editor.
 *
 * @csspart facts - its status, side by side
 * @csspart head - the name of what is shown and what may be done with it
 * @csspart outcome - where it is said what came of a button
 * @csspart done - what came of it
 * @csspart panel - the part that is shown
 * @csspart row - things side by side
 * @csspart buttons - buttons side by side
 * @csspart pair - two things side by side, on a phone one above the other
 * @csspart card - a piece with its own border
 * @csspart card-head - its title
 * @csspart quiet - words that matter less
 * @csspart empty - says that there is nothing
 * @csspart action - a button; `action-main` the one that leads, `action-quiet` and `action-leave` matter less
 */
export class WaizantSettingsVersion extends PlanPage {
  number = 0
  editor: Editor | undefined
  readonly #provided = new ContextProvider(this, { context: editorContext })

  constructor() {
    super()
    this.addController(new Sheet(this))
  }

  override get keeps(): boolean {
    return Boolean(this.editor?.isDirty || this.editor?.conflict)
  }

  override get isAtRisk(): boolean {
    return Boolean(this.editor?.isAtRisk)
  }

  protected override willUpdate(): void {
    const { catalogue, plan, number } = this
    const settings = this.stores.read(this.$settings).value
    if (settings) this.editor ??= new Editor(this, { catalogue, plan, number }, settings.vocabulary)
    if (this.editor?.draftForm) this.#provided.setValue(this.editor, true)
  }

  #head({ version }: DraftForm) {
    const { words, language } = this
    const { status, number, published, active, subscribers, content } = version
    const { startsAt, endsAt } = content
    return html`
      <header part="head">
        <div>
          <h2 tabindex="-1">${textIn(content.name, language)} · ${words.version(number)}</h2>
          <p part="facts">
            ${versionStatusView(status, words)}
            <span>${published ? words.published : words.notPublished}</span>
            <span>${active ? words.active : words.notActive}</span>
            <span>${words.subscribers(subscribers)}</span>
            <span>${words.period(localDayText(startsAt, language), endsAt && localDayText(endsAt, language))}</span>
          </p>
          <p part="quiet">${words.standing[status]}</p>
        </div>
        <waizant-settings-version-actions></waizant-settings-version-actions>
      </header>
    `
  }

  #outcome(editor: Editor, { undo, version }: DraftForm) {
    const { words } = this
    const { outcome } = editor
    return html`
      <div role="status" part="outcome">
        ${outcome ? html`<p part="done">${words.outcomes[outcome]} ${outcome === 'publish' && !version.active ? words.activateNext : nothing}</p>` : nothing}
        ${undo ? html`<p part="done">${words.undone[undo.what](undo.count)} <button part="retry" type="button" @click=${() => editor.takeBack()}>${words.undo}</button></p>` : nothing}
      </div>
    `
  }

  #loading() {
    const { editor } = this
    const { error } = this.stores.read(this.$settings)
    if (editor ? editor.busy === 'load' : !error) return waits()
    return html`
      <header part="head"><h2 tabindex="-1">${this.words.version(this.number)}</h2></header>
      ${this.problem(editor?.error ?? error, editor?.load ?? this.$settings.load)}
    `
  }

  protected override render(): unknown {
    const { editor, route } = this
    if (!editor?.draftForm) return html`${this.trail()} ${this.#loading()}`
    return html`
      ${this.trail()} ${this.#head(editor.draftForm)}
      ${this.problem(editor.error)}
      <waizant-settings-version-notices></waizant-settings-version-notices>
      ${this.#outcome(editor, editor.draftForm)}
      ${
        editor.conflict
          ? html`<waizant-settings-conflict></waizant-settings-conflict>`
          : html`
            <waizant-settings-version-tabs></waizant-settings-version-tabs>
            <div part="panel" role="tabpanel" id="panel" aria-labelledby="tab-${route.tab}">${panels[route.tab]}</div>
          `
      }
      <waizant-settings-save-bar></waizant-settings-save-bar>
    `
  }
}
