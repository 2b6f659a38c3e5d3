/** What a journey needs from a browser: a page, a pointer, a keyboard. */
export interface Engine {
  goto(url: string): Promise<void>
  /** Runs a function in the page; the function and its arguments are sent as text. */
  run<A extends unknown[], T>(inPage: (...given: A) => T, ...given: A): Promise<T>
  press(x: number, y: number): Promise<void>
  type(text: string): Promise<void>
  /** Makes the page exactly this wide, or throws. */
  resize(width: number, height: number): Promise<void>
  close(): Promise<void>
}
