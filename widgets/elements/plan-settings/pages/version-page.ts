import { nothing } from 'lit'
import type { PlanSettings, PlanVersion, VersionHistory } from '#contract/plan-settings'
import type { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { reportError } from '../../../events/error.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { localDayText } from '../editor/dates.ts'
import { carryOver } from '../editor/draft.ts'
import { Editor, type Switch } from '../editor/editor.ts'
import { type EditorContext, textIn } from '../editor/editor-context.ts'
import { saveBar } from '../editor/save-bar.ts'
import { type VersionRef, versionPath } from '../editor/version-ref.ts'
import type { OfficeContext } from '../office-context.ts'
import { type Route, type Tab, tabFor } from '../route.ts'
import { focusField } from '../tabs/grid.ts'
import { pricesView } from './plan-views.ts'
import { type PlansPage, waits } from './plans-page.ts'
import { versionView } from './version-view.ts'

/** The page of one version: view, edit, switch, copy and delete it. */
export class VersionPage {
  readonly #office: OfficeContext
  readonly #plans: PlansPage
  /** Editors of other versions keep their unsaved work while the person is on another page. */
  readonly #editors = new Map<string, Editor>()
  #takesUp: string | undefined
  #open: Editor | undefined

  constructor(office: OfficeContext, plans: PlansPage) {
    this.#office = office
    this.#plans = plans
  }

  /** The version that is shown. */
  get editor(): Editor | undefined {
    return this.#open
  }

  /** A reload would lose unsaved work. */
  get isAtRisk(): boolean {
    return [...this.#editors.values()].some(({ draftForm }) => draftForm?.isDirty && !draftForm.isKept)
  }

  leave(): void {
    const open = this.#open
    this.#open = undefined
    // Reloaded at the next visit, unless it has unsaved work.
    if (open && !open.isDirty && !open.conflict) this.#editors.delete(open.path)
  }

  clear(): void {
    this.#editors.clear()
    this.#open = undefined
  }

  #editorOf(ref: VersionRef, { vocabulary }: PlanSettings): Editor {
    const { host, cache, saved } = this.#office
    const path = versionPath(ref)
    const known = this.#editors.get(path)
    if (known) return known
    const editorHost = {
      element: host,
      vocabulary,
      saved,
      speaker: () => cache.speaker,
      changed: () => host.requestUpdate(),
      show: (path: string) => this.show(path),
      ask: () => focusField(host.renderRoot, 'dispute'),
      failed: (error: ApiError) => reportError(host, error),
    }
    const editor = new Editor(ref, editorHost, this.#takesUp === path)
    this.#takesUp = undefined
    this.#editors.set(path, editor)
    return editor
  }

  /** Opens the tab of a field and focuses the field. */
  show = (path: string): void => {
    const { host, go } = this.#office
    go({ tab: tabFor(path) })
    focusField(host.renderRoot, path)
  }

  #create = async (editor: Editor, opener: Element, done?: (version: PlanVersion) => void) => {
    const { catalogue, plan, number } = editor.ref
    await this.#plans
      .create({ catalogue, plan }, opener, { from: number, ...(done && { done }) })
      .catch((error: ApiError) => {
        editor.error = error
        this.#office.host.requestUpdate()
      })
  }

  /** Moves what was typed to a new version. */
  #carry = (editor: Editor, opener: Element) => {
    const form = editor.offered?.form ?? editor.draftForm?.form
    return this.#create(editor, opener, (version) => {
      if (form) carryOver(this.#office.host.server, form, version)
      editor.discard()
      this.#takesUp = versionPath(version)
    })
  }

  #ask = async (
    question: { title: string; text: unknown; does: string; isFinal?: boolean },
    opener: Element,
  ) => {
    const { host } = this.#office
    const { askFirst } = await import('../editor/confirm-dialog.ts')
    const look = { api: host.server, locale: host.language }
    return askFirst(host.renderRoot as ShadowRoot, { ...question, opener }, look)
  }

  /** Asks for confirmation before a change to what the public sees. */
  #switch = async (editor: Editor, action: Switch, opener: Element, words: OfficeWords) => {
    const { version } = editor
    if (!version || editor.isDirty) return editor.switch(action)
    const { published, active, status } = version
    const isSold = status === 'in-force' || status === 'scheduled'
    const isSeen = { publish: active, activate: published, unpublish: isSold, deactivate: isSold }[action]
    const { language } = this.#office.host
    const name = `${textIn(version.content.name, language)} · ${words.version(version.number)}`
    const question = {
      title: words.sure[action](name),
      text: action === 'publish' || action === 'activate' ? this.#goesLive(version, words) : words.leaves,
      does: words.actions[action],
    }
    if (!isSeen || (await this.#ask(question, opener))) await editor.switch(action)
  }

  #goesLive = ({ content, pricing }: PlanVersion, words: OfficeWords) => {
    const { language } = this.#office.host
    if (!pricing.some(({ month, year }) => month ?? year)) return words.goesLiveUnpriced
    const isLater = Date.parse(content.startsAt) > Date.now()
    return html`
      <p>${isLater ? words.goesLiveOn(localDayText(content.startsAt, language)) : words.goesLive}</p>
      ${pricesView(pricing, words)}
    `
  }

  /** Discards a draft or one side of a conflict; what is discarded is lost. */
  #drop = async (editor: Editor, opener: Element, words: OfficeWords) => {
    const question = { title: words.dropTitle, text: words.dropText, does: words.discard, isFinal: true }
    if (await this.#ask(question, opener)) editor.discard()
  }

  #remove = async (editor: Editor, opener: Element, words: OfficeWords) => {
    const { host, go, say } = this.#office
    const version = words.version(editor.ref.number)
    const question = {
      title: words.deleteTitle(version),
      text: words.deleteText,
      does: words.delete,
      isFinal: true,
    }
    if (!(await this.#ask(question, opener)) || !(await editor.remove())) return
    this.#editors.delete(editor.path)
    go({ version: undefined })
    say(words.deleted(version))
    host.requestUpdate()
  }

  #help = async (opener: Element) => {
    const { host } = this.#office
    const { openKeys } = await import('../dialogs/keys-dialog.ts')
    openKeys(host.renderRoot as ShadowRoot, { api: host.server, opener })
  }

  #context(editor: Editor, settings: PlanSettings, words: OfficeWords): EditorContext | undefined {
    const { version, form } = editor.draftForm ?? {}
    const { vocabulary } = settings
    return (
      version && form && { editor, form, version, vocabulary, words, language: this.#office.host.language }
    )
  }

  #actions(context: EditorContext, tab: Tab) {
    const { editor, words } = context
    const { cache, go } = this.#office
    const history =
      tab === 'history'
        ? cache.read<VersionHistory>(`${editor.path}/history`)
        : ({} as { value?: VersionHistory })
    return {
      tab,
      history: history.value,
      open: (to: Tab) => go({ tab: to }),
      copy: (opener: Element) => void this.#create(editor, opener),
      carry: (opener: Element) => void this.#carry(editor, opener),
      remove: (opener: Element) => void this.#remove(editor, opener, words),
      drop: (opener: Element) => void this.#drop(editor, opener, words),
      withdraw: (action: Switch, opener: Element) => void this.#switch(editor, action, opener, words),
    }
  }

  view(ref: VersionRef, settings: PlanSettings, { tab }: Route, words: OfficeWords): unknown {
    const { host } = this.#office
    const editor = this.#editorOf(ref, settings)
    this.#open = editor
    const context = this.#context(editor, settings, words)
    const { error, busy } = editor
    const problem = error ? host.problem(error, context ? undefined : editor.load) : nothing
    if (!context)
      return busy === 'load'
        ? waits()
        : html`<header part="head"><h2 tabindex="-1">${words.version(ref.number)}</h2></header>${problem}`
    return html`
      ${versionView(context, this.#actions(context, tab), problem)}
      ${saveBar(context, { tab, show: this.show, help: (opener) => void this.#help(opener) })}
    `
  }
}
