import type { PlanVersion, Vocabulary } from '#contract/plan-settings'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import type { Editor } from './editor.ts'
import type { Form } from './form.ts'

/** What the views of a version need: the editor, its data and the texts. */
export interface EditorContext {
  editor: Editor
  form: Form
  version: PlanVersion
  vocabulary: Vocabulary
  words: OfficeWords
  language: string
}

/** A name of the catalogue in the reader's language; its id when it has none. */
export const nameIn = (
  named: readonly { id: string; name: { 'es-MX': string; en: string } }[],
  id: string,
  language: string,
): string => {
  const found = named.find((one) => one.id === id)
  return found ? textIn(found.name, language) : id
}

export const textIn = (text: { 'es-MX': string; en: string }, language: string): string =>
  (language.startsWith('es') ? text['es-MX'] : text.en) || text['es-MX'] || text.en
