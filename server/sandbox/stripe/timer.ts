import type { Engine } from './engine.ts'
import type { WebhookSender } from './webhooks/webhook-sender.ts'

const MAX_WAIT_MS = 60_000

/** Runs what is due while the process lives; does not keep the process alive. */
export const startTimer = (engine: Engine, sender: WebhookSender) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let asked = false

  const arrange = () => {
    asked = false
    clearTimeout(timer)
    if (stopped) return
    const next = Math.min(engine.due() ?? Infinity, sender.due() ?? Infinity)
    if (next === Infinity) return
    const wait = next * 1000 - engine.clock.now().getTime()
    timer = setTimeout(tick, Math.min(MAX_WAIT_MS, Math.max(50, wait)))
    timer.unref()
  }

  /** Runs once after any number of commits. */
  const reset = () => {
    if (asked) return
    asked = true
    setImmediate(arrange).unref()
  }

  const tick = () => {
    try {
      engine.runDue()
      sender.wake()
    } catch (error) {
      console.error('The Stripe sandbox failed to run what is due:', error)
      clearTimeout(timer)
      timer = setTimeout(tick, MAX_WAIT_MS)
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
