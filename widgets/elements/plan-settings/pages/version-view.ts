import { nothing } from 'lit'
import type { VersionHistory, VersionSummary } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { conflictView } from '../editor/conflict-view.ts'
import { ageText, localDayText } from '../editor/dates.ts'
import type { Switch } from '../editor/editor.ts'
import { type EditorContext, textIn } from '../editor/editor-context.ts'
import { type Tab, tabFor, tabs } from '../route.ts'
import { detailsTab } from '../tabs/details-tab.ts'
import { featuresTab } from '../tabs/features-tab.ts'
import { historyTab } from '../tabs/history-tab.ts'
import { parametersTab } from '../tabs/parameters-tab.ts'
import { pricingTab } from '../tabs/pricing-tab.ts'
import { servicesTab } from '../tabs/services-tab.ts'

export interface VersionActions {
  tab: Tab
  history: VersionHistory | undefined
  open: (tab: Tab) => void
  copy: (opener: Element) => void
  carry: (opener: Element) => void
  remove: (opener: Element) => void
  /** Asks, then discards what cannot be restored. */
  drop: (opener: Element) => void
  withdraw: (action: Switch, opener: Element) => void
}

const moods = {
  draft: 'idle',
  inactive: 'idle',
  scheduled: 'idle',
  'in-force': 'good',
  superseded: 'idle',
  ended: 'idle',
} as const

/** The status of a version, as a word with a symbol. */
export const statusView = (status: VersionSummary['status'], words: OfficeWords) =>
  html`<span part="status status-${moods[status]}">${words.statuses[status]}</span>`

const switches = (context: EditorContext, { withdraw, copy, remove }: VersionActions) => {
  const { editor, words, version } = context
  const { may, published, completeness } = version
  const button = (action: Switch, isMain: boolean) => html`
    <button part="action ${isMain ? 'action-main' : ''}" type="button" aria-busy=${editor.busy === action}
      ?disabled=${Boolean(editor.busy ?? editor.offered ?? editor.conflict)}
      @click=${(event: Event) => withdraw(action, event.currentTarget as Element)}>${words.actions[action]}</button>
  `
  return html`
    <div part="row">
      ${may.publish ? button('publish', completeness.complete && !editor.isDirty) : nothing}
      ${may.activate ? button('activate', published && !editor.isDirty) : nothing}
      ${may.unpublish ? button('unpublish', false) : nothing}
      ${may.deactivate ? button('deactivate', false) : nothing}
      ${version.sold ? nothing : html`<button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${(event: Event) => copy(event.currentTarget as Element)}>${words.copy}</button>`}
      ${may.delete ? html`<button part="action action-quiet action-leave" type="button" @click=${(event: Event) => remove(event.currentTarget as Element)}>${words.delete}</button>` : nothing}
    </div>
  `
}

/** The messages above everything else. */
const notices = (context: EditorContext, { carry, copy, drop }: VersionActions) => {
  const { editor, version, words, language } = context
  const { offered } = editor
  const isSold = version.sold
  return html`
    ${
      offered
        ? html`
          <div part="offer" role="alert">
            <p>${version.may.edit ? words.offered(ageText(offered.at, language)) : words.offeredSold(ageText(offered.at, language))}
              ${version.may.edit && offered.etag !== version.etag ? words.offeredNewer : nothing}</p>
            <div part="row">
              ${
                version.may.edit
                  ? html`<button part="action action-main" type="button" @click=${() => editor.recover()}>${words.recover}</button>`
                  : html`<button part="action action-main" type="button" @click=${(event: Event) => carry(event.currentTarget as Element)}>${words.carry}</button>`
              }
              <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${(event: Event) => drop(event.currentTarget as Element)}>${words.discardOffered}</button>
            </div>
          </div>
        `
        : nothing
    }
    ${
      isSold && !offered
        ? html`
          <div part="offer offer-calm">
            <p><strong>${words.sold}</strong> ${words.soldHint(version.subscribers)}</p>
            <div part="row">
              ${
                editor.isDirty
                  ? html`<button part="action action-main" type="button" @click=${(event: Event) => carry(event.currentTarget as Element)}>${words.carry}</button>`
                  : html`<button part="action" type="button" @click=${(event: Event) => copy(event.currentTarget as Element)}>${words.copy}</button>`
              }
            </div>
          </div>
        `
        : nothing
    }
  `
}

const outcome = ({ editor, words, version }: EditorContext) => {
  const { undo } = editor.draftForm!
  return html`
    <div role="status" part="outcome">
      ${editor.outcome ? html`<p part="done">${words.outcomes[editor.outcome]} ${editor.outcome === 'publish' && !version.active ? words.activateNext : nothing}</p>` : nothing}
      ${undo ? html`<p part="done">${words.undone[undo.what](undo.count)} <button part="retry" type="button" @click=${() => editor.takeBack()}>${words.undo}</button></p>` : nothing}
    </div>
  `
}

const marks = ({ editor }: EditorContext, tab: Tab) => {
  const wrong = editor.wrong.some((path) => tabFor(path) === tab)
  return wrong ? 'wrong' : editor.missing.some(({ path }) => tabFor(path) === tab) ? 'missing' : undefined
}

const tabList = (context: EditorContext, { tab, open }: VersionActions) => {
  const { words, version } = context
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key]
    if (!step) return
    event.preventDefault()
    const at = Math.min(tabs.length - 1, Math.max(0, tabs.indexOf(tab) + step))
    open(tabs[at]!)
    const list = event.currentTarget as Element
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
  return html`
    <div part="tabs" role="tablist" aria-label=${words.partsOf(words.version(version.number))} @keydown=${handleKey}>
      ${tabs.map((one) => {
        const mark = version.may.edit ? marks(context, one) : undefined
        return html`
          <button part="tab" type="button" role="tab" id="tab-${one}" aria-selected=${one === tab} aria-controls="panel"
            tabindex=${one === tab ? 0 : -1} @click=${() => open(one)}>
            ${words.tabs[one]}${mark ? html`<span part="mark mark-${mark}" role="img" aria-label=${words.marks[mark]}></span>` : nothing}
          </button>
        `
      })}
    </div>
  `
}

const panel = (context: EditorContext, { tab, history }: VersionActions): unknown => {
  if (tab === 'history') return historyTab(history, context)
  return {
    parameters: parametersTab,
    features: featuresTab,
    services: servicesTab,
    pricing: pricingTab,
    details: detailsTab,
  }[tab](context)
}

/**
 * One version: its status, its actions, and its tabs.
 *
 * @csspart facts - its status, side by side
 * @csspart head - the name of what is shown and what may be done with it
 * @csspart offer - something to decide first; `offer-calm` something to know
 * @csspart outcome - where it is said what came of a button
 * @csspart done - what came of it
 * @csspart tabs - the parts of a version
 * @csspart tab - one of them
 * @csspart mark - says that a part needs something: `mark-wrong`, `mark-missing`
 * @csspart panel - the part that is shown
 * @csspart status - the status of something: `status-good`, `status-bad`, `status-idle`
 * @csspart row - things side by side
 * @csspart buttons - buttons side by side
 * @csspart pair - two things side by side, on a phone one above the other
 * @csspart card - a piece with its own border
 * @csspart card-head - its title
 * @csspart quiet - words that matter less
 * @csspart empty - says that there is nothing
 * @csspart action - a button; `action-main` the one that leads, `action-quiet` and `action-leave` matter less
 */
export const versionView = (context: EditorContext, actions: VersionActions, problem: unknown): unknown => {
  const { version, words, language } = context
  const { content, status, number, startsAt, endsAt } = { ...version, ...version.content }
  return html`
    <header part="head">
      <div>
        <h2 tabindex="-1">${textIn(content.name, language)} · ${words.version(number)}</h2>
        <p part="facts">
          ${statusView(status, words)}
          <span>${version.published ? words.published : words.notPublished}</span>
          <span>${version.active ? words.active : words.notActive}</span>
          <span>${words.subscribers(version.subscribers)}</span>
          <span>${words.period(localDayText(startsAt, language), endsAt && localDayText(endsAt, language))}</span>
        </p>
        <p part="quiet">${words.standing[status]}</p>
      </div>
      ${switches(context, actions)}
    </header>
    ${problem} ${notices(context, actions)} ${outcome(context)}
    ${
      context.editor.conflict
        ? conflictView(context, actions.drop)
        : html`
          ${tabList(context, actions)}
          <div part="panel" role="tabpanel" id="panel" aria-labelledby="tab-${actions.tab}">${panel(context, actions)}</div>
        `
    }
  `
}
