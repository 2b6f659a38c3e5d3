import type {
  FieldRemark,
  PlanVersion,
  PlanVersionContent,
  VersionCheck,
  Vocabulary,
} from '#contract/plan-settings'
import { ApiError } from '../api.ts'
import { WaizantVersionChangedEvent } from '../events/version-changed.ts'
import { ask, type Speaker } from './ask.ts'
import { type Dispute, disputeOf, mergedContent } from './dispute.ts'
import { type Draft, draftName, dropDraft, keepDraft, readDraft } from './draft.ts'
import { changesBetween, type FieldChange, fieldsOf } from './fields.ts'
import { type Form, formOf, isBlank, tableAt, write } from './form.ts'
import { type Fault, pathInForm, type Reading, readForm } from './read-form.ts'
import { type VersionRef, versionPath } from './version-ref.ts'

export type Switch = 'publish' | 'unpublish' | 'activate' | 'deactivate'

/** Whom an editor tells, and what it is lent. */
export interface Desk {
  element: Element
  speaker: () => Speaker
  vocabulary: Vocabulary
  /** Something that the element shows has changed. */
  changed: () => void
  /** The server's data have changed. */
  saved: () => void
  /** Brings the person to a field. */
  show: (path: string) => void
  /** Brings the person to what has to be decided first. */
  ask: () => void
  failed: (error: ApiError) => void
}

/** What came of the last action. */
export type Outcome = 'saved' | 'saved-draft' | 'merged' | 'changed-since' | 'save-first' | Switch

const checkAfterMs = 400

/** One version being looked at and written: what the server has, what is typed, and what stands between the two. */
export class Editor {
  readonly ref: VersionRef
  readonly #desk: Desk
  version: PlanVersion | undefined
  form: Form | undefined
  reading: Reading | undefined
  changes: FieldChange[] = []
  /** What the server says of what is typed. */
  remarks: VersionCheck | undefined
  /** What the server refused, by field. */
  refused: ReadonlyMap<string, string> = new Map()
  error: ApiError | undefined
  busy: 'load' | 'save' | 'delete' | Switch | undefined
  outcome: Outcome | undefined
  /** Work from before, to be taken up or thrown away. */
  offered: Draft | undefined
  dispute: Dispute | undefined
  /** Taken back with one press: what was deleted or pasted over. */
  undo: { form: Form; what: 'deleted' | 'pasted' | 'discarded'; count: number } | undefined
  /** False: what is typed would not survive a reload. */
  isKept = true
  #timer = 0
  #checks = 0

  /** With `takesUp` work from before is on the page again unasked. */
  constructor(ref: VersionRef, desk: Desk, takesUp = false) {
    this.ref = ref
    this.#desk = desk
    void this.load().then(() => takesUp && this.recover())
  }

  get path(): string {
    return versionPath(this.ref)
  }

  get #draftName(): string {
    return draftName(this.#desk.speaker().api, this.path)
  }

  get isDirty(): boolean {
    return this.changes.length > 0 || Boolean(this.reading?.faults.size)
  }

  get missing(): readonly FieldRemark[] {
    return this.remarks?.completeness.missing ?? []
  }

  get mayEdit(): boolean {
    return Boolean(this.version?.may.edit) && !this.offered && !this.dispute && !this.busy
  }

  get maySave(): boolean {
    return this.mayEdit && this.isDirty && this.isSound && Boolean(this.remarks?.completeness.complete)
  }

  /** Nothing is wrong with what is typed; something may be missing. */
  get isSound(): boolean {
    return !this.reading?.faults.size && !this.refused.size
  }

  faultAt(path: string): Fault | undefined {
    return this.reading?.faults.get(path)
  }

  load = async (): Promise<void> => {
    await this.#at('load', async () => {
      const version = await ask<PlanVersion>(this.#desk.speaker(), this.path)
      const draft = readDraft(this.#draftName)
      this.#adopt(version)
      if (draft && this.#says(draft)) this.offered = draft
      else if (draft) dropDraft(this.#draftName)
    })
  }

  /** Whether a draft says anything that the version does not. */
  #says({ form, base }: Draft): boolean {
    const { content, faults } = readForm(form, base)
    const isOther = (other: PlanVersionContent) => changesBetween(fieldsOf(other), fieldsOf(content)).length
    return faults.size > 0 || Boolean(isOther(base) && isOther(this.version!.content))
  }

  #adopt(version: PlanVersion) {
    this.version = version
    this.remarks = version
    this.refused = new Map()
    this.dispute = undefined
    this.undo = undefined
    this.form = formOf(version.content, this.#desk.vocabulary)
    this.#read()
  }

  #read() {
    const { form, version } = this
    if (!form || !version) return
    this.reading = readForm(form, version.content)
    this.changes = changesBetween(fieldsOf(version.content), fieldsOf(this.reading.content))
  }

  /** Work from before is on the page again; what others saved since is not written over unasked. */
  recover(): void {
    const { offered, version } = this
    if (!offered || !version) return
    this.offered = undefined
    const { form, base, etag } = offered
    if (etag === version.etag) {
      this.form = form
      this.#changed()
    } else this.#compare(base, form, version)
  }

  /** Back to what the server has; what is thrown away on the page can be taken back. */
  discard(): void {
    const { form, isDirty, offered, dispute } = this
    this.offered = undefined
    this.outcome = undefined
    this.error = undefined
    dropDraft(this.#draftName)
    this.#adopt(dispute?.theirs ?? this.version!)
    if (isDirty && form && !offered && !dispute) this.undo = { form, what: 'discarded', count: 0 }
    this.#desk.changed()
  }

  type(path: string, value: string | boolean): void {
    if (!this.form || !this.mayEdit) return
    write(this.form, path, value)
    this.#changed()
  }

  /** Changes several fields at once. */
  change(work: (form: Form) => void): void {
    if (!this.form || !this.mayEdit) return
    work(this.form)
    this.#changed()
  }

  /** The same, to be taken back with one press. */
  changeRows(path: string, what: 'deleted' | 'pasted', work: (form: Form) => number): void {
    if (!this.form || !this.mayEdit) return
    const form = structuredClone(this.form)
    const wasEmpty = (tableAt(form, path) ?? []).every(isBlank)
    const count = work(this.form)
    this.undo = wasEmpty && what === 'deleted' ? undefined : { form, what, count }
    this.#changed(true)
  }

  takeBack(): void {
    if (!this.undo) return
    this.form = this.undo.form
    this.#changed()
  }

  #changed(keepsUndo = false) {
    if (!keepsUndo) this.undo = undefined
    this.outcome = undefined
    this.error = undefined
    this.refused = new Map()
    this.#read()
    this.#keep()
    this.#desk.changed()
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#check().catch(() => {}), checkAfterMs)
  }

  #keep() {
    const { form, version } = this
    if (!form || !version) return
    const { etag, content: base } = version
    this.isKept = !this.isDirty || keepDraft(this.#draftName, { at: Date.now(), etag, base, form })
    if (!this.isDirty) dropDraft(this.#draftName)
  }

  /** What saving would find missing; what cannot be saved at all is shown at its field. */
  async #check(): Promise<void> {
    clearTimeout(this.#timer)
    const { reading, form } = this
    if (!reading || !form || reading.faults.size) return
    const check = ++this.#checks
    try {
      const remarks = await ask<VersionCheck>(this.#desk.speaker(), `${this.path}/check`, {
        method: 'POST',
        body: reading.content,
      })
      if (check === this.#checks) this.remarks = remarks
    } catch (thrown) {
      if (check === this.#checks && thrown instanceof ApiError) this.#point(thrown)
      throw thrown
    } finally {
      this.#desk.changed()
    }
  }

  /** What the server refuses, at its field. */
  #point({ errors }: ApiError) {
    const { form } = this
    if (!form || !errors.length) return
    this.refused = new Map(errors.map(({ path, message }) => [pathInForm(form, path), message]))
  }

  /** Saves the rates; with `isDraft` what is not complete yet. */
  save = async (isDraft = false): Promise<void> => {
    const { reading, version } = this
    if (!reading || !version || !this.mayEdit || !this.isDirty) return
    const [fault] = reading.faults.keys()
    if (fault) return this.#desk.show(fault)
    await this.#at('save', async () => {
      await this.#check().catch((thrown: ApiError) => {
        if (thrown.status) throw thrown
      })
      const [first] = this.missing
      if (first && !isDraft) return this.#desk.show(first.path)
      const saved = await ask<PlanVersion>(this.#desk.speaker(), this.path, {
        method: 'PUT',
        body: reading.content,
        etag: version.etag,
      })
      this.#settle(saved)
      this.outcome = saved.completeness.complete ? 'saved' : 'saved-draft'
      this.#tell('save')
    })
  }

  #settle(version: PlanVersion) {
    dropDraft(this.#draftName)
    this.#adopt(version)
  }

  switch = async (action: Switch): Promise<void> => {
    if (!this.version || this.busy) return
    if (this.isDirty) {
      this.outcome = 'save-first'
      return this.#desk.changed()
    }
    const { etag } = this.version
    await this.#at(action, async () => {
      this.#adopt(
        await ask<PlanVersion>(this.#desk.speaker(), `${this.path}/${action}`, { method: 'POST', etag }),
      )
      this.outcome = action
      this.#tell(action)
    })
  }

  /** True once it is gone. */
  remove = async (): Promise<boolean> => {
    let isGone = false
    await this.#at('delete', async () => {
      await ask(this.#desk.speaker(), this.path, { method: 'DELETE', etag: this.version?.etag })
      dropDraft(this.#draftName)
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

  async #at(busy: NonNullable<Editor['busy']>, work: () => Promise<void>) {
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

  async #failed(error: ApiError, busy: NonNullable<Editor['busy']>) {
    if (['version-changed', 'version-sold'].includes(error.code) && this.version && this.form) {
      const theirs = await ask<PlanVersion>(this.#desk.speaker(), this.path).catch(() => undefined)
      if (theirs && error.code === 'version-changed') {
        if (busy === 'save') return this.#compare(this.version.content, this.form, theirs)
        this.#adopt(theirs)
        this.outcome = 'changed-since'
        return
      }
      // What was typed stays, to be taken along into a new version.
      if (theirs) this.version = theirs
    }
    this.error = error
    this.#point(error)
    this.#desk.failed(error)
    const [first] = this.refused.keys()
    if (first) this.#desk.show(first)
  }

  /** Puts what I wrote beside what stands there now; where nothing clashes there is nothing to ask. */
  #compare(base: PlanVersionContent, form: Form, theirs: PlanVersion) {
    const { content, faults } = readForm(form, base)
    if (!faults.size && !changesBetween(fieldsOf(content), fieldsOf(theirs.content)).length) {
      this.#settle(theirs)
      this.outcome = 'saved'
      return this.#desk.saved()
    }
    this.dispute = disputeOf(base, content, theirs)
    this.form = form
    this.#desk.changed()
    this.#desk.ask()
  }

  pick(path: string, whose: 'mine' | 'theirs'): void {
    this.dispute?.picks.set(path, whose)
    this.#desk.changed()
  }

  pickAll(whose: 'mine' | 'theirs'): void {
    for (const { path } of this.dispute?.conflicts ?? []) this.dispute?.picks.set(path, whose)
    this.#desk.changed()
  }

  /** What was picked stands in the fields, on top of what the server has now. Nothing is saved by it. */
  merge(): void {
    const { dispute } = this
    if (!dispute) return
    const merged = mergedContent(dispute)
    this.#adopt(dispute.theirs)
    this.form = formOf(merged, this.#desk.vocabulary)
    this.#changed()
    if (!this.isDirty) dropDraft(this.#draftName)
    this.outcome = 'merged'
  }
}
