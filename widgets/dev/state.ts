import type { Answer } from '../testing/fake-server.ts'

/** One state of an element, brought about as it happens to a person: by answers of a server, and by acting. */
export interface State<E extends HTMLElement = HTMLElement> {
  /** As in `review-upgrade`; unique for its element. */
  name: string
  element: string
  attributes?: string
  /** What the server answers, the first that has an answer. */
  answers: () => readonly Answer[]
  /** Brings the element there once it is on the page. */
  act?: (element: E) => Promise<unknown>
}
