declare global {
  var waizantAhead: Record<string, Promise<Response>> | undefined
}

/**
 * Answers that the script tag has asked for before the code that needs them arrived, by address. The script is a bundle
 * of its own, so the two meet on the page and not in a module.
 */
export const askedAhead = (): Record<string, Promise<Response> | undefined> => {
  globalThis.waizantAhead ??= {}
  return globalThis.waizantAhead
}
