import type { Engine } from './engine.ts'
import { arrive } from './objects/test-clock.ts'
import type { WebhookSender } from './webhooks/webhook-sender.ts'

/** Moves the sandbox's clock to a moment, running everything on the way, and updates the test clock. */
export const advanceTestClock = async (
  engine: Engine,
  sender: WebhookSender,
  id: string,
  target: number,
): Promise<void> => {
  const next = () => Math.min(engine.due() ?? Infinity, sender.due() ?? Infinity)
  for (let due = next(); due <= target; due = next()) {
    if (due > engine.now()) engine.clock.advanceTo(new Date(due * 1000))
    engine.runDue()
    await sender.settled()
  }
  if (target > engine.now()) engine.clock.advanceTo(new Date(target * 1000))
  engine.transact((draft) => arrive(draft, id))
}
