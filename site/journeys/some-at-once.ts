/** Runs a function for each item, a few at a time: pages spend most of their time waiting for an idle network. */
export const someAtOnce = async <T>(all: Iterable<T>, work: (one: T) => Promise<void>, atOnce = 4) => {
  const queue = [...all].values()
  const worker = async () => {
    for (const one of queue) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
