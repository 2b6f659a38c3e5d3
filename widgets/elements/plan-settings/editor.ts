import type { FieldRemark, PlanVersion, PlanVersionContent, Vocabulary } from '#contract/plan-settings'
import { ApiError } from '../../api/answer.ts'
import { WaizantVersionChangedEvent } from '../../events/version-changed.ts'
import { ask, type Speaker } from './ask.ts'
import { type Dispute, disputeOf, mergedContent } from './dispute.ts'
import { type Draft, draftName } from './draft.ts'
import { changesBetween, fieldsOf } from './fields.ts'
import type { Form } from './form.ts'
import { type Fault, readForm } from './read-form.ts'
import { Review } from './review.ts'
import { Sheet } from './sheet.ts'
import { type VersionRef, versionPath } from './version-ref.ts'

export type Switch = 'publish' | 'unpublish' | 'activate' | 'deactivate'

/** The callbacks and data that an editor gets from its page. */
export interface Desk {
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
  readonly #desk: Desk
  /** The form, once the version is loaded. */
  sheet: Sheet | undefined
  readonly review: Review
  error: ApiError | undefined
  busy: Busy | undefined
  outcome: Outcome | undefined
  /** Unsaved work of an earlier visit, to be restored or discarded. */
  offered: Draft | undefined
  dispute: Dispute | undefined

  /** With `takesUp`, unsaved work is restored without asking. */
  constructor(ref: VersionRef, desk: Desk, takesUp = false) {
    this.ref = ref
    this.#desk = desk
    this.review = new Review(this.path, desk.speaker, desk.changed)
    void this.load().then(() => takesUp && this.recover())
  }

  get path(): string {
    return versionPath(this.ref)
  }

  get version(): PlanVersion | undefined {
    return this.sheet?.version
  }

  get isDirty(): boolean {
    return Boolean(this.sheet?.isDirty)
  }

  get missing(): readonly FieldRemark[] {
    return this.review.missing
  }

  /** Values that cannot be read, by field. */
  get faults(): ReadonlyMap<string, Fault> {
    return this.sheet?.reading.faults ?? new Map()
  }

  /** Fields that must be corrected before saving. */
  get wrong(): string[] {
    return [...this.faults.keys(), ...this.review.refused.keys()]
  }

  get mayEdit(): boolean {
    return Boolean(this.version?.may.edit) && !this.offered && !this.dispute && !this.busy
  }

  get maySave(): boolean {
    return this.mayEdit && this.isDirty && !this.wrong.length && this.review.isComplete
  }

  load = async (): Promise<void> => {
    await this.#at('load', async () => {
      this.#begin(await ask<PlanVersion>(this.#desk.speaker(), this.path))
      this.offered = this.sheet?.kept()
    })
  }

  #begin(version: PlanVersion) {
    const { vocabulary, speaker } = this.#desk
    this.sheet ??= new Sheet(version, vocabulary, draftName(speaker().api, this.path))
    this.sheet.begin(version)
    this.review.begin(version)
    this.dispute = undefined
  }

  /** Restores unsaved work. When another administrator has saved since, asks before overwriting that. */
  recover(): void {
    const { offered, sheet } = this
    if (!offered || !sheet) return
    this.offered = undefined
    const { version } = sheet
    if (offered.etag === version.etag) {
      sheet.fill(offered.form)
      this.#typed(sheet)
    } else this.#compare(offered.base, offered.form, version)
  }

  /** Returns to the server's content: discards what was typed, unsaved work, or my side of a conflict. */
  discard(): void {
    const { offered, dispute, sheet } = this
    this.offered = undefined
    this.outcome = undefined
    this.error = undefined
    sheet?.discard()
    if (sheet && (offered || dispute)) this.#begin(dispute?.theirs ?? sheet.version)
    else if (sheet) this.review.begin(sheet.version)
    this.#desk.changed()
  }

  /** Changes the form, if editing is allowed now. */
  change(work: (sheet: Sheet) => void): void {
    if (!this.sheet || !this.mayEdit) return
    work(this.sheet)
    this.#typed(this.sheet)
  }

  type(path: string, value: string | boolean): void {
    this.change((sheet) => sheet.write(path, value))
  }

  takeBack(): void {
    this.change((sheet) => sheet.undo && sheet.fill(sheet.undo.form))
  }

  #typed(sheet: Sheet) {
    this.outcome = undefined
    this.error = undefined
    this.review.soon(sheet)
    this.#desk.changed()
  }

  /** Saves the rates; with `isDraft`, incomplete ones too. */
  save = async (isDraft = false): Promise<void> => {
    const { sheet } = this
    if (!sheet || !this.mayEdit || !this.isDirty) return
    const [fault] = this.faults.keys()
    if (fault) return this.#desk.show(fault)
    await this.#at('save', async () => {
      await this.review.now(sheet).catch((thrown: ApiError) => {
        if (thrown.status) throw thrown
      })
      const [first] = this.missing
      if (first && !isDraft) return this.#desk.show(first.path)
      const { etag } = sheet.version
      const asked = { method: 'PUT', body: sheet.reading.content, etag } as const
      const saved = await ask<PlanVersion>(this.#desk.speaker(), this.path, asked)
      this.#settle(saved)
      this.outcome = saved.completeness.complete ? 'saved' : 'saved-draft'
      this.#tell('save')
    })
  }

  #settle(version: PlanVersion) {
    this.sheet?.forget()
    this.#begin(version)
  }

  switch = async (action: Switch): Promise<void> => {
    if (!this.version || this.busy) return
    if (this.isDirty) {
      this.outcome = 'save-first'
      return this.#desk.changed()
    }
    const { etag } = this.version
    await this.#at(action, async () => {
      const asked = { method: 'POST', etag } as const
      this.#begin(await ask<PlanVersion>(this.#desk.speaker(), `${this.path}/${action}`, asked))
      this.outcome = action
      this.#tell(action)
    })
  }

  /** Deletes the version; resolves to whether it is gone. */
  remove = async (): Promise<boolean> => {
    let isGone = false
    await this.#at('delete', async () => {
      await ask(this.#desk.speaker(), this.path, { method: 'DELETE', etag: this.version?.etag })
      this.sheet?.forget()
      this.#tell('delete')
      isGone = true
    })
    return isGone
  }

  #tell(action: WaizantVersionChangedEvent['change']['action']) {
    const { catalogue, plan, number } = this.ref
    this.#desk.element.dispatchEvent(
      new WaizantVersionChangedEvent({ catalogue, plan, version: number, action }),
    )
    this.#desk.saved()
  }

  async #at(busy: Busy, work: () => Promise<void>) {
    this.busy = busy
    this.error = undefined
    this.outcome = undefined
    this.#desk.changed()
    try {
      await work()
    } catch (thrown) {
      await this.#failed(thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected'), busy)
    }
    this.busy = undefined
    this.#desk.changed()
  }

  async #failed(error: ApiError, busy: Busy) {
    if (await this.#isReconciled(error, busy)) return
    this.error = error
    if (this.sheet) this.review.point(error, this.sheet.form)
    this.#desk.failed(error)
    const [first] = this.review.refused.keys()
    if (first) this.#desk.show(first)
  }

  /** Whether the failure was only that another administrator was first; the person then sees the resulting version. */
  async #isReconciled({ code }: ApiError, busy: Busy): Promise<boolean> {
    const { sheet } = this
    if (!sheet || !['version-changed', 'version-sold'].includes(code)) return false
    const theirs = await ask<PlanVersion>(this.#desk.speaker(), this.path).catch(() => undefined)
    if (!theirs) return false
    if (code === 'version-sold') {
      // Keeps what was typed, so that it can move to a new version.
      sheet.version = theirs
      return false
    }
    if (busy === 'save') this.#compare(sheet.version.content, sheet.form, theirs)
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
      return this.#desk.saved()
    }
    this.dispute = disputeOf(base, content, theirs)
    this.#desk.changed()
    this.#desk.ask()
  }

  /** Picks my or their value, for one field or for all. */
  pick(whose: 'mine' | 'theirs', only?: string): void {
    const { conflicts = [], picks } = this.dispute ?? {}
    for (const { path } of conflicts) if (!only || path === only) picks?.set(path, whose)
    this.#desk.changed()
  }

  /** Puts the picked values into the form, on top of the server's content. Nothing is saved yet. */
  merge(): void {
    const { dispute, sheet } = this
    if (!dispute || !sheet) return
    this.#begin(dispute.theirs)
    sheet.fillWith(mergedContent(dispute))
    this.#typed(sheet)
    this.outcome = 'merged'
  }
}
