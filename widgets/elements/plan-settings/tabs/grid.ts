import type { Editor } from '../editor/editor.ts'
import { isBlank, packagePath, type Row, tableAt } from '../editor/form.ts'
import { pastedCells, pasteInto } from './pasted-rows.ts'

/** Focuses a field once it has rendered, or else the first field below its path. */
export const focusField = (near: Node, path: string): void => {
  const root = near.getRootNode() as ShadowRoot
  const host = root.host as Element & { updateComplete: Promise<unknown> }
  const find = (selector: string) => root.querySelector<HTMLInputElement>(selector)
  void host.updateComplete.then(() => {
    const found = find(`[data-path="${CSS.escape(path)}"]`) ?? find(`[data-path^="${CSS.escape(path)}."]`)
    found?.focus()
    found?.select?.()
  })
}

const blank = (): Row => ({ quantity: '', unit: '' })

/** Adds a row below another one and focuses its first cell. */
export const addRow = (editor: Editor, path: string, below: number, near: Element): void => {
  editor.change((draftForm) => draftForm.edit((form) => tableAt(form, path)?.splice(below + 1, 0, blank())))
  focusField(near, `${path}.${below + 1}.quantity`)
}

/** Deletes a row and focuses the one in its place, or the one above it. */
export const deleteRow = (editor: Editor, path: string, index: number, near: Element): void => {
  const column = /unit$/.test((near as HTMLElement).dataset.path ?? '') ? 'unit' : 'quantity'
  editor.change((draftForm) =>
    draftForm.editRows(path, 'deleted', (form) => tableAt(form, path)?.splice(index, 1).length ?? 0),
  )
  const left = (editor.draftForm && tableAt(editor.draftForm.form, path)?.length) ?? 0
  focusField(near, left ? `${path}.${Math.min(index, left - 1)}.${column}` : path)
}

const cellBeside = (input: Element, step: 1 | -1): HTMLInputElement | null => {
  const cell = input.closest('td')
  const rows = [...(input.closest('table')?.querySelectorAll('tbody tr:has(input)') ?? [])]
  const row = rows[rows.indexOf(input.closest('tr')!) + step] as HTMLTableRowElement | undefined
  return row?.cells[cell?.cellIndex ?? 0]?.querySelector('input') ?? null
}

/** The value of a cell when it was entered; Escape restores it. */
let entered: { input: Element; value: string } | undefined

export const rememberCell = ({ target }: Event): void => {
  if (target instanceof HTMLInputElement && target.dataset.path)
    entered = { input: target, value: target.value }
}

/** The cell where the person began to move through a row by Tab: Enter goes to the cell below that one. */
let tabbedFrom: HTMLInputElement | undefined

const beganAt = (input: HTMLInputElement) =>
  tabbedFrom?.closest('tr') === input.closest('tr') ? tabbedFrom! : input

/**
 * Moves, adds and deletes rows as a spreadsheet does: Enter and arrows move between rows, Ctrl+Enter adds one,
 * Ctrl+Delete deletes one, Escape restores the cell.
 */
export const handleGridKey = (event: KeyboardEvent, editor: Editor): void => {
  const input = (event.target as Element).closest<HTMLInputElement>('[part~=grid] input[data-path]')
  if (!input || input.type === 'checkbox' || event.isComposing || event.altKey) return
  const { key } = event
  const path = input.dataset.path!
  const [, id, currency, interval, row, column] = packagePath.exec(path) ?? []
  const table = `parameters.${id}.packages.${currency}.${interval}`
  const index = Number(row)
  const isCommand = event.ctrlKey || event.metaKey
  const done = () => event.preventDefault()
  if (key === 'Tab') tabbedFrom = beganAt(input)
  if (key === 'Escape' && entered?.input === input && entered.value !== input.value) {
    done()
    editor.type(path, entered.value)
  } else if (isCommand && key === 'Enter' && column) {
    done()
    addRow(editor, table, index, input)
  } else if (isCommand && (key === 'Delete' || key === 'Backspace') && column) {
    done()
    deleteRow(editor, table, index, input)
  } else if (!isCommand && (key === 'Enter' || key === 'ArrowDown' || key === 'ArrowUp')) {
    done()
    const step = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey) ? -1 : 1
    const next = cellBeside(key === 'Enter' ? beganAt(input) : input, step)
    tabbedFrom = undefined
    if (next) {
      next.focus()
      next.select()
    } else if (
      key === 'Enter' &&
      step === 1 &&
      column &&
      !isBlank(tableAt(editor.draftForm!.form, table)![index]!)
    )
      addRow(editor, table, index, input)
  }
}

/** Several pasted lines of a spreadsheet fill as many rows. */
export const handlePaste = (event: ClipboardEvent, editor: Editor): void => {
  const input = event.target as HTMLInputElement
  const [, id, currency, interval, row, column] = packagePath.exec(input.dataset?.path ?? '') ?? []
  const cells = pastedCells(event.clipboardData?.getData('text/plain') ?? '')
  if (!column || !cells) return
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
  focusField(input, `${path}.${Number(row) + cells.length - 1}.${column}`)
}
