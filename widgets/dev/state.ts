import type { Answer } from '../testing/fake-server.ts'

/** One state of an element, reached as a person would reach it: through server answers and user actions. */
export interface State<E extends HTMLElement = HTMLElement> {
  /** As in `review-upgrade`; unique for its element. */
  name: string
  element: string
  attributes?: string
  /** The server's answers; the first match wins. */
  answers: () => readonly Answer[]
  /** Acts on the element, once it is on the page, until the state is reached. */
  act?: (element: E) => Promise<unknown>
}
