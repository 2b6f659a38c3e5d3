import type { ReactiveController } from 'lit'
import type { Editor } from './editor.ts'
import { isBlank, packagePath, type Row, tableAt } from './form.ts'
import { pastedCells, pasteInto } from './pasted-rows.ts'

const blank = (): Row => ({ quantity: '', unit: '' })

/** Adds a row below another one and focuses its first cell. */
export const addRow = (editor: Editor, path: string, below: number): void => {
  editor.change((draftForm) => draftForm.edit((form) => tableAt(form, path)?.splice(below + 1, 0, blank())))
  editor.seek(`${path}.${below + 1}.quantity`)
}

/** Deletes a row and focuses the one in its place, or the one above it. */
export const deleteRow = (editor: Editor, path: string, index: number, column = 'quantity'): void => {
  editor.change((draftForm) =>
    draftForm.editRows(path, 'deleted', (form) => tableAt(form, path)?.splice(index, 1).length ?? 0),
  )
  const left = (editor.draftForm && tableAt(editor.draftForm.form, path)?.length) ?? 0
  editor.seek(left ? `${path}.${Math.min(index, left - 1)}.${column}` : path)
}

const cellBeside = (input: Element, step: 1 | -1): HTMLInputElement | null => {
  const cell = input.closest('td')
  const rows = [...(input.closest('table')?.querySelectorAll('tbody tr:has(input)') ?? [])]
  const row = rows[rows.indexOf(input.closest('tr')!) + step] as HTMLTableRowElement | undefined
  return row?.cells[cell?.cellIndex ?? 0]?.querySelector('input') ?? null
}

/**
 * Sends what is typed in the fields of an element to its editor. In the tables one moves, adds and deletes rows as in a
 * spreadsheet: Enter and arrows move between rows, Ctrl+Enter adds one, Ctrl+Delete deletes one, Escape restores the
 * cell, several pasted lines fill as many rows.
 */
export class Sheet implements ReactiveController {
  readonly #host: HTMLElement & { readonly editor: Editor | undefined }
  /** The value of a cell when it was entered; Escape restores it. */
  #entered: { input: Element; value: string } | undefined
  /** The cell where the person began to move through a row by Tab: Enter goes to the cell below that one. */
  #tabbedFrom: HTMLInputElement | undefined

  constructor(host: HTMLElement & { readonly editor: Editor | undefined }) {
    this.#host = host
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this.#handleInput)
    this.#host.addEventListener('focusin', this.#handleFocus)
    this.#host.addEventListener('keydown', this.#handleKey)
    this.#host.addEventListener('paste', this.#handlePaste)
  }

  #handleInput = ({ target }: Event) => {
    const { editor } = this.#host
    if (!(target instanceof HTMLInputElement) || !target.dataset.path || !editor) return
    const { path } = target.dataset
    if (target.type !== 'checkbox') editor.type(path, target.value)
    else if (editor.mayEdit) editor.type(path, target.checked)
    else target.checked = !target.checked
  }

  #handleFocus = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.dataset.path)
      this.#entered = { input: target, value: target.value }
  }

  #beganAt(input: HTMLInputElement) {
    return this.#tabbedFrom?.closest('tr') === input.closest('tr') ? this.#tabbedFrom! : input
  }

  #handleKey = (event: KeyboardEvent) => {
    const { editor } = this.#host
    if (!editor) return
    const { key } = event
    const isCommand = event.ctrlKey || event.metaKey
    const input = (event.target as Element).closest<HTMLInputElement>('[part~=grid] input[data-path]')
    if (isCommand && key.toLowerCase() === 's') {
      event.preventDefault()
      void editor.save()
    } else if (input && input.type !== 'checkbox' && !event.isComposing && !event.altKey)
      this.#handleCellKey(event, input, editor, isCommand)
  }

  #handleCellKey(event: KeyboardEvent, input: HTMLInputElement, editor: Editor, isCommand: boolean) {
    const { key } = event
    const path = input.dataset.path!
    const [, id, currency, interval, row, column] = packagePath.exec(path) ?? []
    const table = `parameters.${id}.packages.${currency}.${interval}`
    const index = Number(row)
    const done = () => event.preventDefault()
    if (key === 'Tab') this.#tabbedFrom = this.#beganAt(input)
    if (key === 'Escape' && this.#entered?.input === input && this.#entered.value !== input.value) {
      done()
      editor.type(path, this.#entered.value)
    } else if (isCommand && key === 'Enter' && column) {
      done()
      addRow(editor, table, index)
    } else if (isCommand && (key === 'Delete' || key === 'Backspace') && column) {
      done()
      deleteRow(editor, table, index, column)
    } else if (!isCommand && (key === 'Enter' || key === 'ArrowDown' || key === 'ArrowUp')) {
      done()
      const step = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey) ? -1 : 1
      const next = cellBeside(key === 'Enter' ? this.#beganAt(input) : input, step)
      this.#tabbedFrom = undefined
      if (next) {
        next.focus()
        next.select()
      } else if (
        key === 'Enter' &&
        step === 1 &&
        column &&
        !isBlank(tableAt(editor.draftForm!.form, table)![index]!)
      )
        addRow(editor, table, index)
    }
  }

  #handlePaste = (event: ClipboardEvent) => {
    const { editor } = this.#host
    const { path: at = '' } = (event.target as HTMLElement).dataset
    const [, id, currency, interval, row, column] = packagePath.exec(at) ?? []
    const cells = pastedCells(event.clipboardData?.getData('text/plain') ?? '')
    if (!editor || !column || !cells) return
    event.preventDefault()
    const path = `parameters.${id}.packages.${currency}.${interval}`
    editor.change((draftForm) =>
      draftForm.editRows(path, 'pasted', (form) => {
        const tables = form.parameters[id!]!.packages[currency!]!
        const from = { row: Number(row), column: column as 'quantity' | 'unit' }
        tables[interval as 'month'] = pasteInto(tables[interval as 'month'], cells, from)
        return cells.length
      }),
    )
    editor.seek(`${path}.${Number(row) + cells.length - 1}.${column}`)
  }
}
