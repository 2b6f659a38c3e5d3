import type { ReactiveControllerHost } from 'lit'
import type { FieldRemark, PlanVersion, PlanVersionContent, Vocabulary } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { reportError } from '../../../events/error.ts'
import { WaizantVersionChangedEvent } from '../../../events/version-changed.ts'
import type { Office } from '../contexts.ts'
import { ask } from '../data/ask.ts'
import { type VersionRef, versionPath } from '../data/paths.ts'
import { tabFor } from '../route.ts'
import { conflictOf, type EditConflict, mergedContent } from './conflict.ts'
import { type Draft, draftName } from './draft.ts'
import { DraftForm } from './draft-form.ts'
import { changesBetween, fieldsOf } from './fields.ts'
import type { Form } from './form.ts'
import { type Fault, readForm } from './read-form.ts'
import { Review } from './review.ts'

export type Switch = 'publish' | 'unpublish' | 'activate' | 'deactivate'

/** The outcome of the last action. */
export type Outcome = 'saved' | 'saved-draft' | 'merged' | 'changed-since' | 'save-first' | Switch

type Busy = 'load' | 'save' | 'delete' | Switch

/** The page of the version. */
interface EditorPage extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly office: Office
  readonly isConnected: boolean
}

/** Loads, checks, saves, switches and deletes one version, without ever losing the work of an administrator. */
export class Editor {
  readonly ref: VersionRef
  readonly #page: EditorPage
  readonly #office: Office
  readonly vocabulary: Vocabulary
  /** The form, once the version is loaded. */
  draftForm: DraftForm | undefined
  readonly review: Review
  error: ApiError | undefined
  busy: Busy | undefined
  outcome: Outcome | undefined
  /** Unsaved work of an earlier visit, to be restored or discarded. */
  offered: Draft | undefined
  conflict: EditConflict | undefined
  /** The path of a field that gets the focus once it is rendered. */
  sought: string | undefined

  constructor(page: EditorPage, ref: VersionRef, vocabulary: Vocabulary) {
    this.ref = ref
    this.#page = page
    this.#office = page.office
    this.vocabulary = vocabulary
    this.review = new Review(this.path, () => this.#office.speaker, this.#changed)
    void this.load()
  }

  #changed = () => {
    this.#page.requestUpdate()
  }

  #ask<T>(path = '', asked?: Parameters<typeof ask>[2]): Promise<T> {
    return ask<T>(this.#office.speaker, this.path + path, asked)
  }

  get path(): string {
    return versionPath(this.ref)
  }

  get version(): PlanVersion | undefined {
    return this.draftForm?.version
  }

  get isDirty(): boolean {
    return Boolean(this.draftForm?.isDirty)
  }

  /** A reload would lose what is typed. */
  get isAtRisk(): boolean {
    return this.isDirty && !this.draftForm?.isKept
  }

  get missing(): readonly FieldRemark[] {
    return this.review.missing
  }

  /** Values that cannot be read, by field. */
  get faults(): ReadonlyMap<string, Fault> {
    return this.draftForm?.reading.faults ?? new Map()
  }

  /** Fields that must be corrected before saving. */
  get wrong(): string[] {
    return [...this.faults.keys(), ...this.review.refused.keys()]
  }

  get mayEdit(): boolean {
    return Boolean(this.version?.may.edit) && !this.offered && !this.conflict && !this.busy
  }

  get maySave(): boolean {
    return this.mayEdit && this.isDirty && !this.wrong.length && this.review.isComplete
  }

  load = async (): Promise<void> => {
    await this.#at('load', async () => {
      this.#begin(await this.#ask<PlanVersion>())
      this.offered = this.draftForm?.kept()
      if (this.offered?.isCarried) this.recover()
    })
  }

  /** Gives the focus to a field, as soon as it is there. */
  seek(path: string): void {
    this.sought = path
    this.#changed()
  }

  /** Opens the tab of a field and focuses the field. */
  show(path: string): void {
    if (!this.#page.isConnected) return
    this.seek(path)
    this.#office.go({ tab: tabFor(path) })
  }

  fail(error: ApiError): void {
    this.error = error
    this.#changed()
  }

  #begin(version: PlanVersion) {
    this.draftForm ??= new DraftForm(version, this.vocabulary, draftName(this.#office.speaker.api, this.path))
    this.draftForm.begin(version)
    this.review.begin(version)
    this.conflict = undefined
  }

  /** Restores unsaved work. When another administrator has saved since, asks before overwriting that. */
  recover(): void {
    const { offered, draftForm } = this
    if (!offered || !draftForm) return
    this.offered = undefined
    const { version } = draftForm
    if (offered.etag === version.etag) {
      draftForm.fill(offered.form)
      this.#typed(draftForm)
    } else this.#compare(offered.base, offered.form, version)
  }

  /** Returns to the server's content: discards what was typed, unsaved work, or my side of a conflict. */
  discard(): void {
    const { offered, conflict, draftForm } = this
    this.offered = undefined
    this.outcome = undefined
    this.error = undefined
    draftForm?.discard()
    if (draftForm && (offered || conflict)) this.#begin(conflict?.theirs ?? draftForm.version)
    else if (draftForm) this.review.begin(draftForm.version)
    this.#changed()
  }

  /** Changes the form, if editing is allowed now. */
  change(work: (draftForm: DraftForm) => void): void {
    if (!this.draftForm || !this.mayEdit) return
    this.sought = undefined
    work(this.draftForm)
    this.#typed(this.draftForm)
  }

  type(path: string, value: string | boolean): void {
    this.change((draftForm) => draftForm.write(path, value))
  }

  takeBack(): void {
    this.change((draftForm) => draftForm.undo && draftForm.fill(draftForm.undo.form))
  }

  #typed(draftForm: DraftForm) {
    this.outcome = undefined
    this.error = undefined
    this.review.soon(draftForm)
    this.#changed()
  }

  /** Saves the rates; with `isDraft`, incomplete ones too. */
  save = async (isDraft = false): Promise<void> => {
    const { draftForm } = this
    if (!draftForm || !this.mayEdit || !this.isDirty) return
    const [fault] = this.faults.keys()
    if (fault) return this.show(fault)
    await this.#at('save', async () => {
      await this.review.now(draftForm).catch((thrown: ApiError) => {
        if (thrown.status) throw thrown
      })
      const [first] = this.missing
      if (first && !isDraft) return this.show(first.path)
      const { etag } = draftForm.version
      const asked = { method: 'PUT', body: draftForm.reading.content, etag } as const
      const saved = await this.#ask<PlanVersion>('', asked)
      this.#settle(saved)
      this.outcome = saved.completeness.complete ? 'saved' : 'saved-draft'
      this.#tell('save')
    })
  }

  #settle(version: PlanVersion) {
    this.draftForm?.forget()
    this.#begin(version)
  }

  switch = async (action: Switch): Promise<void> => {
    if (!this.version || this.busy) return
    if (this.isDirty) {
      this.outcome = 'save-first'
      return this.#changed()
    }
    const { etag } = this.version
    await this.#at(action, async () => {
      this.#begin(await this.#ask<PlanVersion>(`/${action}`, { method: 'POST', etag }))
      this.outcome = action
      this.#tell(action)
    })
  }

  /** Deletes the version; resolves to whether it is gone. */
  remove = async (): Promise<boolean> => {
    let isGone = false
    await this.#at('delete', async () => {
      await this.#ask('', { method: 'DELETE', etag: this.version?.etag })
      this.draftForm?.discard()
      this.#tell('delete')
      isGone = true
    })
    return isGone
  }

  #tell(action: WaizantVersionChangedEvent['change']['action']) {
    const { catalogue, plan, number } = this.ref
    this.#office.host.dispatchEvent(
      new WaizantVersionChangedEvent({ catalogue, plan, version: number, action }),
    )
    this.#office.resources.turn()
  }

  async #at(busy: Busy, work: () => Promise<void>) {
    this.busy = busy
    this.error = undefined
    this.outcome = undefined
    this.#changed()
    try {
      await work()
    } catch (thrown) {
      await this.#failed(thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected'), busy)
    }
    this.busy = undefined
    this.#changed()
  }

  async #failed(error: ApiError, busy: Busy) {
    if (await this.#isReconciled(error, busy)) return
    this.error = error
    if (this.draftForm) this.review.point(error, this.draftForm.form)
    reportError(this.#office.host, error)
    const [first] = this.review.refused.keys()
    if (first) this.show(first)
  }

  /** Whether the failure was only that another administrator was first; the person then sees the resulting version. */
  async #isReconciled({ code }: ApiError, busy: Busy): Promise<boolean> {
    const { draftForm } = this
    if (!draftForm || !['version-changed', 'version-sold'].includes(code)) return false
    const theirs = await this.#ask<PlanVersion>().catch(() => undefined)
    if (!theirs) return false
    if (code === 'version-sold') {
      // Keeps what was typed, so that it can move to a new version.
      draftForm.version = theirs
      return false
    }
    if (busy === 'save') this.#compare(draftForm.version.content, draftForm.form, theirs)
    else {
      this.#begin(theirs)
      this.outcome = 'changed-since'
    }
    return true
  }

  /** Compares my content with the server's; when nothing differs, there is nothing to ask. */
  #compare(base: PlanVersionContent, form: Form, theirs: PlanVersion) {
    const { content, faults } = readForm(form, base)
    if (!faults.size && !changesBetween(fieldsOf(content), fieldsOf(theirs.content)).length) {
      this.#settle(theirs)
      this.outcome = 'saved'
      return this.#office.resources.turn()
    }
    this.conflict = conflictOf(base, content, theirs)
    this.seek('dispute')
  }

  /** Picks my or their value, for one field or for all. */
  pick(whose: 'mine' | 'theirs', only?: string): void {
    const { conflicts = [], picks } = this.conflict ?? {}
    for (const { path } of conflicts) if (!only || path === only) picks?.set(path, whose)
    this.#changed()
  }

  /** Puts the picked values into the form, on top of the server's content. Nothing is saved yet. */
  merge(): void {
    const { conflict, draftForm } = this
    if (!conflict || !draftForm) return
    this.#begin(conflict.theirs)
    draftForm.fillWith(mergedContent(conflict))
    this.#typed(draftForm)
    this.outcome = 'merged'
  }
}
