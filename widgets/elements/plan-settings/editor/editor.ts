import type { FieldRemark, PlanVersion, PlanVersionContent, Vocabulary } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { WaizantVersionChangedEvent } from '../../../events/version-changed.ts'
import { ask, type Speaker } from '../data/ask.ts'
import { conflictOf, type EditConflict, mergedContent } from './conflict.ts'
import { type Draft, draftName } from './draft.ts'
import { DraftForm } from './draft-form.ts'
import { changesBetween, fieldsOf } from './fields.ts'
import type { Form } from './form.ts'
import { type Fault, readForm } from './read-form.ts'
import { Review } from './review.ts'
import { type VersionRef, versionPath } from './version-ref.ts'

export type Switch = 'publish' | 'unpublish' | 'activate' | 'deactivate'

/** The callbacks and data that an editor gets from its page. */
export interface EditorHost {
  element: Element
  speaker: () => Speaker
  vocabulary: Vocabulary
  /** The view has to render again. */
  changed: () => void
  /** Data on the server have changed. */
  saved: () => void
  /** Opens the tab of a field and focuses the field. */
  show: (path: string) => void
  /** Scrolls to the decision that blocks the editor. */
  ask: () => void
  failed: (error: ApiError) => void
}

/** The outcome of the last action. */
export type Outcome = 'saved' | 'saved-draft' | 'merged' | 'changed-since' | 'save-first' | Switch

type Busy = 'load' | 'save' | 'delete' | Switch

/** Loads, checks, saves, switches and deletes one version, without ever losing the work of an administrator. */
export class Editor {
  readonly ref: VersionRef
  readonly #editorHost: EditorHost
  /** The form, once the version is loaded. */
  draftForm: DraftForm | undefined
  readonly review: Review
  error: ApiError | undefined
  busy: Busy | undefined
  outcome: Outcome | undefined
  /** Unsaved work of an earlier visit, to be restored or discarded. */
  offered: Draft | undefined
  conflict: EditConflict | undefined

  /** With `takesUp`, unsaved work is restored without asking. */
  constructor(ref: VersionRef, editorHost: EditorHost, takesUp = false) {
    this.ref = ref
    this.#editorHost = editorHost
    this.review = new Review(this.path, editorHost.speaker, editorHost.changed)
    void this.load().then(() => takesUp && this.recover())
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
      this.#begin(await ask<PlanVersion>(this.#editorHost.speaker(), this.path))
      this.offered = this.draftForm?.kept()
    })
  }

  #begin(version: PlanVersion) {
    const { vocabulary, speaker } = this.#editorHost
    this.draftForm ??= new DraftForm(version, vocabulary, draftName(speaker().api, this.path))
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
    this.#editorHost.changed()
  }

  /** Changes the form, if editing is allowed now. */
  change(work: (draftForm: DraftForm) => void): void {
    if (!this.draftForm || !this.mayEdit) return
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
    this.#editorHost.changed()
  }

  /** Saves the rates; with `isDraft`, incomplete ones too. */
  save = async (isDraft = false): Promise<void> => {
    const { draftForm } = this
    if (!draftForm || !this.mayEdit || !this.isDirty) return
    const [fault] = this.faults.keys()
    if (fault) return this.#editorHost.show(fault)
    await this.#at('save', async () => {
      await this.review.now(draftForm).catch((thrown: ApiError) => {
        if (thrown.status) throw thrown
      })
      const [first] = this.missing
      if (first && !isDraft) return this.#editorHost.show(first.path)
      const { etag } = draftForm.version
      const asked = { method: 'PUT', body: draftForm.reading.content, etag } as const
      const saved = await ask<PlanVersion>(this.#editorHost.speaker(), this.path, asked)
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
      return this.#editorHost.changed()
    }
    const { etag } = this.version
    await this.#at(action, async () => {
      const asked = { method: 'POST', etag } as const
      this.#begin(await ask<PlanVersion>(this.#editorHost.speaker(), `${this.path}/${action}`, asked))
      this.outcome = action
      this.#tell(action)
    })
  }

  /** Deletes the version; resolves to whether it is gone. */
  remove = async (): Promise<boolean> => {
    let isGone = false
    await this.#at('delete', async () => {
      await ask(this.#editorHost.speaker(), this.path, { method: 'DELETE', etag: this.version?.etag })
      this.draftForm?.forget()
      this.#tell('delete')
      isGone = true
    })
    return isGone
  }

  #tell(action: WaizantVersionChangedEvent['change']['action']) {
    const { catalogue, plan, number } = this.ref
    this.#editorHost.element.dispatchEvent(
      new WaizantVersionChangedEvent({ catalogue, plan, version: number, action }),
    )
    this.#editorHost.saved()
  }

  async #at(busy: Busy, work: () => Promise<void>) {
    this.busy = busy
    this.error = undefined
    this.outcome = undefined
    this.#editorHost.changed()
    try {
      await work()
    } catch (thrown) {
      await this.#failed(thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected'), busy)
    }
    this.busy = undefined
    this.#editorHost.changed()
  }

  async #failed(error: ApiError, busy: Busy) {
    if (await this.#isReconciled(error, busy)) return
    this.error = error
    if (this.draftForm) this.review.point(error, this.draftForm.form)
    this.#editorHost.failed(error)
    const [first] = this.review.refused.keys()
    if (first) this.#editorHost.show(first)
  }

  /** Whether the failure was only that another administrator was first; the person then sees the resulting version. */
  async #isReconciled({ code }: ApiError, busy: Busy): Promise<boolean> {
    const { draftForm } = this
    if (!draftForm || !['version-changed', 'version-sold'].includes(code)) return false
    const theirs = await ask<PlanVersion>(this.#editorHost.speaker(), this.path).catch(() => undefined)
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
      return this.#editorHost.saved()
    }
    this.conflict = conflictOf(base, content, theirs)
    this.#editorHost.changed()
    this.#editorHost.ask()
  }

  /** Picks my or their value, for one field or for all. */
  pick(whose: 'mine' | 'theirs', only?: string): void {
    const { conflicts = [], picks } = this.conflict ?? {}
    for (const { path } of conflicts) if (!only || path === only) picks?.set(path, whose)
    this.#editorHost.changed()
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
