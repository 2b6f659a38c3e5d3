import type { FieldRemark, PlanVersion, VersionCheck } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { ask, type Speaker } from '../data/ask.ts'
import type { DraftForm } from './draft-form.ts'
import type { Form } from './form.ts'
import { pathInForm } from './read-form.ts'

const checkAfterMs = 400

/**
 * The server's review of the form: what is missing, and what it would refuse. Requested a moment after the last key.
 */
export class Review {
  readonly #path: string
  readonly #speaker: () => Speaker
  /** Whether the server has answered. */
  readonly #changed: () => void
  remarks: VersionCheck | undefined
  /** What the server refused, by field. */
  refused: ReadonlyMap<string, string> = new Map()
  #timer = 0
  #checks = 0

  constructor(path: string, speaker: () => Speaker, changed: () => void) {
    this.#path = path
    this.#speaker = speaker
    this.#changed = changed
  }

  get missing(): readonly FieldRemark[] {
    return this.remarks?.completeness.missing ?? []
  }

  get isComplete(): boolean {
    return Boolean(this.remarks?.completeness.complete)
  }

  /** Takes the review from a version as the server has it. */
  begin(version: PlanVersion): void {
    this.forget()
    this.remarks = version
  }

  /** Drops the review of an older text, together with an answer that is still on its way. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#checks++
    this.refused = new Map()
  }

  soon(draftForm: DraftForm): void {
    this.forget()
    this.#timer = window.setTimeout(() => void this.now(draftForm).catch(() => {}), checkAfterMs)
  }

  /** Rejects with an `ApiError`. */
  async now(draftForm: DraftForm): Promise<void> {
    clearTimeout(this.#timer)
    const { content, faults } = draftForm.reading
    if (faults.size) return
    const check = ++this.#checks
    const asked = { method: 'POST', body: content } as const
    try {
      const remarks = await ask<VersionCheck>(this.#speaker(), `${this.#path}/check`, asked)
      if (check === this.#checks) this.remarks = remarks
    } catch (thrown) {
      if (check === this.#checks && thrown instanceof ApiError) this.point(thrown, draftForm.form)
      throw thrown
    } finally {
      this.#changed()
    }
  }

  /** Shows the server's refusal at its field. */
  point({ errors }: ApiError, form: Form): void {
    if (errors.length)
      this.refused = new Map(errors.map(({ path, message }) => [pathInForm(form, path), message]))
  }
}
