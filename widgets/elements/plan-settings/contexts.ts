import { createContext } from '@lit/context'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import type { Speaker } from './data/ask.ts'
import type { Resources } from './data/resources.ts'
import type { Editor } from './editor/editor.ts'
import type { WaizantPlanSettings } from './plan-settings.ts'
import type { Route } from './route.ts'

/** The texts of the back office in the reader's language. */
export interface Texts {
  words: OfficeWords
  language: string
}

export const textsContext = createContext<Texts>(Symbol('texts'))

export const routeContext = createContext<Route>(Symbol('route'))

/** What stays the same while one person works. */
export interface Office {
  /** The element on the page: public events start here. */
  readonly host: WaizantPlanSettings
  readonly speaker: Speaker
  readonly resources: Resources
  /** Goes to another route and tells the page; `said` is shown there. */
  go: (to: Partial<Route>, said?: string) => void
  /** Focuses the title of a page that the person has just opened. */
  greet: (title: HTMLElement | null) => void
}

export const officeContext = createContext<Office>(Symbol('office'))

/** The editor of the version that is open, once it is loaded; provided again after each change. */
export const editorContext = createContext<Editor>(Symbol('editor'))
