/** The running work of a key and the callers that wait for it. */
interface Line {
  running: Map<string, Promise<void>>
  waiting: Map<string, Promise<void>>
}

const lines = new WeakMap<object, Line>()

/**
 * Runs `work` for a key. All callers that arrive during a run share one run after it. A caller's run always
 * begins after its call, so that it sees the newest data, and a burst of messages about one thing costs two
 * reads.
 */
export const singleFlight = (owner: object, key: string, work: () => Promise<void>): Promise<void> => {
  const line = lines.get(owner) ?? { running: new Map(), waiting: new Map() }
  lines.set(owner, line)
  const joined = line.waiting.get(key)
  if (joined) return joined
  const before = line.running.get(key) ?? Promise.resolve()
  const run = before
    .catch(() => {})
    .then(() => {
      line.waiting.delete(key)
      const now = work().finally(() => {
        if (line.running.get(key) === now) line.running.delete(key)
      })
      line.running.set(key, now)
      return now
    })
  line.waiting.set(key, run)
  return run
}
