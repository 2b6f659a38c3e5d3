/** Waits until a condition holds; the test runner's time-out ends the wait otherwise. */
export const until = async <T>(what: () => T | undefined | null | false): Promise<T> => {
  for (;;) {
    const value = what()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
