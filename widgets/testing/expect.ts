const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Three assertions: that is enough, and the browser has nothing to download. */
export const expect = (actual: unknown) => ({
  toBe(expected: unknown) {
    if (!Object.is(actual, expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`)
  },
  toEqual(expected: unknown) {
    if (show(actual) !== show(expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`)
  },
  toContain(expected: string) {
    if (!String(actual).includes(expected)) throw new Error(`expected ${show(expected)} in ${show(actual)}`)
  },
})
