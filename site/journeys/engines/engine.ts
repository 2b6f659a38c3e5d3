/** What a journey needs of a browser: a page, a pointer, a keyboard. */
export interface Engine {
  goto(url: string): Promise<void>
  /** Runs a function in the page; it and what it is given travel as text. */
  run<A extends unknown[], T>(inPage: (...given: A) => T, ...given: A): Promise<T>
  press(x: number, y: number): Promise<void>
  type(text: string): Promise<void>
  /** Gives the width of the page that came of it: a window has a smallest one. */
  resize(width: number, height: number): Promise<number>
  close(): Promise<void>
}
