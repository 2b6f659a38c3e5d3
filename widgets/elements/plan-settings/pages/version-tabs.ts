import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { VersionElement } from '../editor/version-element.ts'
import { type Tab, tabFor, tabs } from '../route.ts'
import { bringIntoView } from '../views/bring-into-view.ts'

/**
 * The tabs of a version, each with a mark when it needs something.
 *
 * @csspart tabs - the parts of a version
 * @csspart tab - one of them
 * @csspart mark - says that a part needs something: `mark-wrong`, `mark-missing`
 */
export class WaizantSettingsVersionTabs extends VersionElement {
  #shown: Tab | undefined

  get #chosen() {
    return this.querySelector<HTMLElement>('[aria-selected=true]')
  }

  #handleKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key]
    if (!step) return
    event.preventDefault()
    const at = Math.min(tabs.length - 1, Math.max(0, tabs.indexOf(this.route.tab) + step))
    this.office.go({ tab: tabs[at]! })
    requestAnimationFrame(() => this.#chosen?.focus())
  }

  #mark(tab: Tab) {
    const { editor, version, words } = this
    if (!version.may.edit) return nothing
    const isHere = (path: string) => tabFor(path) === tab
    const isMissing = editor.missing.some(({ path }) => isHere(path))
    const mark = editor.wrong.some(isHere) ? 'wrong' : isMissing ? 'missing' : undefined
    return mark
      ? html`<span part="mark mark-${mark}" role="img" aria-label=${words.marks[mark]}></span>`
      : nothing
  }

  protected override updated(): void {
    const { tab } = this.route
    if (this.#shown !== tab) bringIntoView(this.#chosen)
    this.#shown = tab
  }

  protected override render(): unknown {
    const { words, version, office, route } = this
    return html`
      <div part="tabs" role="tablist" aria-label=${words.partsOf(words.version(version.number))} @keydown=${this.#handleKey}>
        ${tabs.map(
          (tab) => html`
            <button part="tab" type="button" role="tab" id="tab-${tab}" aria-selected=${tab === route.tab} aria-controls="panel"
              tabindex=${tab === route.tab ? 0 : -1} @click=${() => office.go({ tab })}>
              ${words.tabs[tab]}${this.#mark(tab)}
            </button>
          `,
        )}
      </div>
    `
  }
}
