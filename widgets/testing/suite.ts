type Body = () => void | Promise<void>

interface Suite {
  describe: (subject: string, body: () => void) => void
  it: (sentence: string, body: Body) => void
  beforeEach: (body: Body) => void
  afterEach: (body: Body) => void
}

/** The test runner's globals, with types. */
export const { describe, it, beforeEach, afterEach } = globalThis as unknown as Suite
