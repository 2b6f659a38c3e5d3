/** Waits until something holds; the runner's own limit ends what never does. */
export const until = async <T>(what: () => T | undefined | null | false): Promise<T> => {
  for (;;) {
    const value = what()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
