/** The running work of a key, and the callers that share the run after it. */
interface Line<Ask> {
  running: Map<string, Promise<void>>
  waiting: Map<string, { run: Promise<void>; asks: Ask[] }>
}

const lines = new WeakMap<object, Line<unknown>>()

/**
 * Runs `work` for a key. All callers that arrive during a run share one run after it, which gets what each of
 * them asks. A caller's run always begins after its call, so that it sees the newest data, and a burst of
 * messages about one thing costs at most two runs.
 */
export const singleFlight = <Ask>(
  owner: object,
  key: string,
  ask: Ask,
  work: (asks: Ask[]) => Promise<void>,
): Promise<void> => {
  const line = (lines.get(owner) as Line<Ask> | undefined) ?? { running: new Map(), waiting: new Map() }
  lines.set(owner, line as Line<unknown>)
  const joined = line.waiting.get(key)
  if (joined) {
    joined.asks.push(ask)
    return joined.run
  }
  const asks = [ask]
  const before = line.running.get(key) ?? Promise.resolve()
  const run = before
    .catch(() => {})
    .then(() => {
      line.waiting.delete(key)
      const now = work(asks).finally(() => {
        if (line.running.get(key) === now) line.running.delete(key)
      })
      line.running.set(key, now)
      return now
    })
  line.waiting.set(key, { run, asks })
  return run
}
