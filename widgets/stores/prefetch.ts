declare global {
  var waizantAhead: Record<string, Promise<Response>> | undefined
}

/**
 * Answers that the script tag requested before the code that needs them was loaded, by address. The script tag is a
 * bundle of its own, so the two share a property of the page instead of a module.
 */
export const askedAhead = (): Record<string, Promise<Response> | undefined> => {
  globalThis.waizantAhead ??= {}
  return globalThis.waizantAhead
}
