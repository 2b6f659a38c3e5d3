const ahead = Symbol.for('waizant.ahead')

/**
 * Answers that the script tag has asked for before the code that needs them arrived, by address. The script is a bundle
 * of its own, so the two meet on the page and not in a module.
 */
export const askedAhead = (): Map<string, Promise<Response>> => {
  const page = globalThis as { [ahead]?: Map<string, Promise<Response>> }
  page[ahead] ??= new Map()
  return page[ahead]
}
