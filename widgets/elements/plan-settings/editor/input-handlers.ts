import { handleGridKey, handlePaste, rememberCell } from '../tabs/grid.ts'
import type { Editor } from './editor.ts'

const handleInput = ({ target }: Event, editor: Editor | undefined) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.path || !editor) return
  const { path } = target.dataset
  if (target.type !== 'checkbox') editor.type(path, target.value)
  else if (editor.mayEdit) editor.type(path, target.checked)
  else target.checked = !target.checked
}

const handleKey = (event: KeyboardEvent, editor: Editor | undefined) => {
  const isInDialog = (event.target as Element).localName.startsWith('waizant-')
  if (!editor || isInDialog) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault()
    void editor.save()
  } else handleGridKey(event, editor)
}

/** Sends input, clicks and pastes to the editor of the version on screen, if there is one. */
export const listenToTyping = (root: ShadowRoot, editorShown: () => Editor | undefined): void => {
  root.addEventListener('input', (event) => handleInput(event, editorShown()))
  root.addEventListener('focusin', rememberCell)
  root.addEventListener('keydown', (event) => handleKey(event as KeyboardEvent, editorShown()))
  root.addEventListener('paste', (event) => {
    const editor = editorShown()
    if (editor) handlePaste(event as ClipboardEvent, editor)
  })
}
