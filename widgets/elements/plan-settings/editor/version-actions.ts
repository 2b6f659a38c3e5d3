import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { textIn } from '../views/names.ts'
import { pricesView } from '../views/prices.ts'
import { localDayText } from './dates.ts'
import type { Switch } from './editor.ts'
import { VersionElement } from './version-element.ts'

/** What may be done with a version: publish and sell it, copy it, delete it. */
export class WaizantSettingsVersionActions extends VersionElement {
  #goesLive() {
    const { words, language, version } = this
    const { content, pricing } = version
    if (!pricing.some(({ month, year }) => month ?? year)) return words.goesLiveUnpriced
    const isLater = Date.parse(content.startsAt) > Date.now()
    return html`
      <p>${isLater ? words.goesLiveOn(localDayText(content.startsAt, language)) : words.goesLive}</p>
      ${pricesView(pricing, words)}
    `
  }

  /** Asks for confirmation before a change to what the public sees. */
  async #switch(action: Switch, opener: Element) {
    const { editor, version, words, language } = this
    const { published, active, status } = version
    const isSold = status === 'in-force' || status === 'scheduled'
    const isSeen = { publish: active, activate: published, unpublish: isSold, deactivate: isSold }[action]
    const name = `${textIn(version.content.name, language)} · ${words.version(version.number)}`
    const question = {
      title: words.sure[action](name),
      text: action === 'publish' || action === 'activate' ? this.#goesLive() : words.leaves,
      does: words.actions[action],
    }
    if (editor.isDirty || !isSeen || (await this.confirm(question, opener))) await editor.switch(action)
  }

  #handleRemove = async ({ currentTarget }: Event) => {
    const { editor, words, office } = this
    const name = words.version(editor.ref.number)
    const question = {
      title: words.deleteTitle(name),
      text: words.deleteText,
      does: words.delete,
      isFinal: true,
    }
    if (!(await this.confirm(question, currentTarget as Element)) || !(await editor.remove())) return
    office.go({ version: undefined }, words.deleted(name))
  }

  #button(action: Switch, isMain: boolean) {
    const { editor, words } = this
    return html`
      <button part="action ${isMain ? 'action-main' : ''}" type="button" aria-busy=${editor.busy === action}
        ?disabled=${Boolean(editor.busy ?? editor.offered ?? editor.conflict)}
        @click=${(event: Event) => void this.#switch(action, event.currentTarget as Element)}>${words.actions[action]}</button>
    `
  }

  protected override render(): unknown {
    const { editor, words, version } = this
    const { may, published, completeness } = version
    return html`
      <div part="row">
        ${may.publish ? this.#button('publish', completeness.complete && !editor.isDirty) : nothing}
        ${may.activate ? this.#button('activate', published && !editor.isDirty) : nothing}
        ${may.unpublish ? this.#button('unpublish', false) : nothing}
        ${may.deactivate ? this.#button('deactivate', false) : nothing}
        ${version.sold ? nothing : html`<button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${this.handleCopy}>${words.copy}</button>`}
        ${may.delete ? html`<button part="action action-quiet action-leave" type="button" @click=${this.#handleRemove}>${words.delete}</button>` : nothing}
      </div>
    `
  }
}
