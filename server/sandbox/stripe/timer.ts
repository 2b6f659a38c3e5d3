import type { Engine } from './engine.ts'
import type { Postman } from './webhooks/postman.ts'

const LONGEST = 60_000

/** Does what is due while the process lives; never keeps it alive. */
export const startTimer = (engine: Engine, postman: Postman) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let asked = false

  const arrange = () => {
    asked = false
    clearTimeout(timer)
    if (stopped) return
    const next = Math.min(engine.due() ?? Infinity, postman.due() ?? Infinity)
    if (next === Infinity) return
    const wait = next * 1000 - engine.clock.now().getTime()
    timer = setTimeout(tick, Math.min(LONGEST, Math.max(50, wait)))
    timer.unref()
  }

  /** Once after many commits is enough. */
  const reset = () => {
    if (asked) return
    asked = true
    setImmediate(arrange).unref()
  }

  const tick = () => {
    try {
      engine.runDue()
      void postman.wake()
    } catch (error) {
      console.error('The Stripe sandbox failed at what was due:', error)
      clearTimeout(timer)
      timer = setTimeout(tick, LONGEST)
      timer.unref()
      return
    }
    reset()
  }

  return {
    reset,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
