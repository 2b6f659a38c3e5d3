import type { PlanVersion, Vocabulary } from '#contract/plan-settings'
import type { ApiError } from '../../../api/answer.ts'
import { editorContext } from '../contexts.ts'
import { createVersion } from '../dialogs/create-version.ts'
import { OfficeElement } from '../office-element.ts'
import type { Question } from './confirm-dialog.ts'
import type { Editor } from './editor.ts'
import type { Form } from './form.ts'

/** A piece of the page of a version: consumes its editor. */
export abstract class VersionElement extends OfficeElement {
  readonly #editor = this.consumes(editorContext)

  get editor(): Editor {
    return this.#editor.value!
  }

  get version(): PlanVersion {
    return this.editor.draftForm!.version
  }

  get form(): Form {
    return this.editor.draftForm!.form
  }

  get vocabulary(): Vocabulary {
    return this.editor.vocabulary
  }

  /** Focuses the field that the editor seeks, or else the first field below its path. */
  protected override updated(): void {
    const { sought } = this.editor
    if (!sought) return
    const find = (selector: string) => this.querySelector<HTMLInputElement>(selector)
    const found = find(`[data-path="${CSS.escape(sought)}"]`) ?? find(`[data-path^="${CSS.escape(sought)}."]`)
    if (!found) return
    this.editor.sought = undefined
    found.focus()
    found.select?.()
  }

  /** Asks for confirmation before something that others notice, or that is lost. */
  protected async confirm(question: Omit<Question, 'opener'>, opener: Element): Promise<boolean> {
    const { askFirst } = await import('./confirm-dialog.ts')
    const { host } = this.office
    return askFirst(host.renderRoot as ShadowRoot, { ...question, opener })
  }

  /** Discards a draft or one side of a conflict. */
  protected handleDrop = async ({ currentTarget }: Event): Promise<void> => {
    const { words, editor } = this
    const question = { title: words.dropTitle, text: words.dropText, does: words.discard, isFinal: true }
    if (await this.confirm(question, currentTarget as Element)) editor.discard()
  }

  /** Creates a version like this one. */
  protected handleCopy = ({ currentTarget }: Event): Promise<void> => this.copy(currentTarget as Element)

  protected async copy(opener: Element, made?: (version: PlanVersion) => void): Promise<void> {
    const { editor } = this
    const { number: from, ...plan } = editor.ref
    const about = { ...plan, opener, from, ...(made && { made }) }
    await createVersion(this, about).catch((error: ApiError) => editor.fail(error))
  }
}
