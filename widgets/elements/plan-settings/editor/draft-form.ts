import type { PlanVersion, PlanVersionContent, Vocabulary } from '#contract/plan-settings'
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts'
import { changesBetween, type FieldChange, fieldsOf } from './fields.ts'
import { type Form, formOf, isBlank, tableAt, write } from './form.ts'
import { type Reading, readForm } from './read-form.ts'

/** A removal on the page that one press can undo. */
export interface Undo {
  form: Form
  what: 'deleted' | 'pasted' | 'discarded'
  /** Number of rows. */
  count: number
}

const nothingRead = (content: PlanVersionContent): Reading => ({ content, faults: new Map() })

/**
 * The form of a version: its fields, their values, and the content that they started from. The browser stores it until
 * it is saved.
 */
export class DraftForm {
  readonly #vocabulary: Vocabulary
  readonly #name: string
  version: PlanVersion
  form: Form
  reading: Reading
  changes: FieldChange[] = []
  undo: Undo | undefined
  /** False: a reload would lose what is typed. */
  isKept = true

  /** `name` is the key in the browser's storage. */
  constructor(version: PlanVersion, vocabulary: Vocabulary, name: string) {
    this.#vocabulary = vocabulary
    this.#name = name
    this.version = version
    this.form = formOf(version.content, vocabulary)
    this.reading = nothingRead(version.content)
  }

  get isDirty(): boolean {
    return this.changes.length > 0 || this.reading.faults.size > 0
  }

  /** Starts again from the server's content. */
  begin(version: PlanVersion): void {
    this.version = version
    this.undo = undefined
    this.form = formOf(version.content, this.#vocabulary)
    this.#read()
  }

  /** The stored draft, if it differs from the version; otherwise it is deleted. */
  kept(): Draft | undefined {
    const draft = readDraft(this.#name)
    if (!draft) return undefined
    const { content, faults } = readForm(draft.form, draft.base)
    const isOther = (other: PlanVersionContent) =>
      changesBetween(fieldsOf(other), fieldsOf(content)).length > 0
    if (faults.size || (isOther(draft.base) && isOther(this.version.content))) return draft
    this.forget()
    return undefined
  }

  forget(): void {
    dropDraft(this.#name)
  }

  /** Replaces the form. */
  fill(form: Form): void {
    this.form = form
    this.undo = undefined
    this.#changed()
  }

  /** Replaces the form by the fields of a content. */
  fillWith(content: PlanVersionContent): void {
    this.fill(formOf(content, this.#vocabulary))
  }

  write(path: string, value: string | boolean): void {
    this.edit((form) => write(form, path, value))
  }

  /** Changes several fields at once. */
  edit(work: (form: Form) => void): void {
    work(this.form)
    this.undo = undefined
    this.#changed()
  }

  /** Changes a table's rows; one press undoes it. `work` returns the number of rows. */
  editRows(path: string, what: 'deleted' | 'pasted', work: (form: Form) => number): void {
    const form = structuredClone(this.form)
    const saidNothing = (tableAt(form, path) ?? []).every(isBlank)
    const count = work(this.form)
    this.undo = saidNothing && what === 'deleted' ? undefined : { form, what, count }
    this.#changed()
  }

  /** Returns to the server's content; one press undoes it. */
  discard(): void {
    const { form, isDirty, version } = this
    this.forget()
    this.begin(version)
    if (isDirty) this.undo = { form, what: 'discarded', count: 0 }
  }

  #read() {
    const { content } = this.version
    this.reading = readForm(this.form, content)
    this.changes = changesBetween(fieldsOf(content), fieldsOf(this.reading.content))
  }

  #changed() {
    this.#read()
    const { etag, content: base } = this.version
    this.isKept = !this.isDirty || keepDraft(this.#name, { at: Date.now(), etag, base, form: this.form })
    if (!this.isDirty) this.forget()
  }
}
