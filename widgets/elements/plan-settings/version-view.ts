import { nothing } from 'lit'
import type { VersionHistory, VersionSummary } from '#contract/plan-settings'
import { html } from '../../base/html.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { type Bench, textIn } from './bench.ts'
import { detailsTab } from './details-tab.ts'
import { disputeView } from './dispute-view.ts'
import type { Switch } from './editor.ts'
import { featuresTab } from './features-tab.ts'
import { historyTab } from './history-tab.ts'
import { ageText, localDayText } from './moments.ts'
import { parametersTab } from './parameters-tab.ts'
import { type Tab, tabFor, tabs } from './place.ts'
import { pricingTab } from './pricing-tab.ts'
import { servicesTab } from './services-tab.ts'

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

const switches = (bench: Bench, { withdraw, copy, remove }: VersionActions) => {
  const { editor, words, version } = bench
  const { may, published, completeness } = version
  const button = (action: Switch, isMain: boolean) => html`
    <button part="action ${isMain ? 'action-main' : ''}" type="button" aria-busy=${editor.busy === action}
      ?disabled=${Boolean(editor.busy ?? editor.offered ?? editor.dispute)}
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
const notices = (bench: Bench, { carry, copy, drop }: VersionActions) => {
  const { editor, version, words, language } = bench
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

const outcome = ({ editor, words, version }: Bench) => {
  const { undo } = editor.sheet!
  return html`
    <div role="status" part="outcome">
      ${editor.outcome ? html`<p part="done">${words.outcomes[editor.outcome]} ${editor.outcome === 'publish' && !version.active ? words.activateNext : nothing}</p>` : nothing}
      ${undo ? html`<p part="done">${words.undone[undo.what](undo.count)} <button part="retry" type="button" @click=${() => editor.takeBack()}>${words.undo}</button></p>` : nothing}
    </div>
  `
}

const marks = ({ editor }: Bench, tab: Tab) => {
  const wrong = editor.wrong.some((path) => tabFor(path) === tab)
  return wrong ? 'wrong' : editor.missing.some(({ path }) => tabFor(path) === tab) ? 'missing' : undefined
}

const tabList = (bench: Bench, { tab, open }: VersionActions) => {
  const { words, version } = bench
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
        const mark = version.may.edit ? marks(bench, one) : undefined
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

const panel = (bench: Bench, { tab, history }: VersionActions): unknown => {
  if (tab === 'history') return historyTab(history, bench)
  return {
    parameters: parametersTab,
    features: featuresTab,
    services: servicesTab,
    pricing: pricingTab,
    details: detailsTab,
  }[tab](bench)
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
export const versionView = (bench: Bench, actions: VersionActions, problem: unknown): unknown => {
  const { version, words, language } = bench
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
      ${switches(bench, actions)}
    </header>
    ${problem} ${notices(bench, actions)} ${outcome(bench)}
    ${
      bench.editor.dispute
        ? disputeView(bench, actions.drop)
        : html`
          ${tabList(bench, actions)}
          <div part="panel" role="tabpanel" id="panel" aria-labelledby="tab-${actions.tab}">${panel(bench, actions)}</div>
        `
    }
  `
}
