import { join } from 'node:path'
import type { MovableClock } from './clock.ts'
import { Draft, type Request } from './draft.ts'
import { DueQueue } from './due-queue.ts'
import { StripeSandboxError } from './errors.ts'
import { emit } from './events.ts'
import { randomName } from './ids.ts'
import { type Journal, memoryJournal, openJournal } from './journal.ts'
import type { Account } from './kinds.ts'
import { removeExpired } from './retention.ts'
import { runDueFor } from './run-due.ts'
import { type Change, Store } from './store.ts'

/** The state, its journal and its clock: everything below HTTP. */
export class Engine {
  readonly store = new Store()
  readonly clock: MovableClock
  readonly dueQueue = new DueQueue()
  /** Whether every answer is checked against the SDK's types; a difference is then an error. */
  checksAnswers = false
  /** The language of pages when no other was requested. */
  locale: 'es' | 'en' = 'es'
  /** Called after every commit. */
  onCommit: (changes: Change[]) => void = () => {}
  readonly #journal: Journal
  #lastRemovalAt = 0

  constructor(directory: string | null, clock: MovableClock) {
    this.clock = clock
    this.#journal = directory ? openJournal(join(directory, 'stripe'), this.store) : memoryJournal
    for (const kind of this.store.kinds())
      this.dueQueue.update(
        this.store.all(kind).map((object) => [kind, (object as { id: string }).id, object as object]),
      )
    if (!this.store.find('internal.account', 'acct'))
      this.transact((draft) =>
        draft.put('internal.account', {
          id: 'acct',
          secretKey: `sk_test_51Sandbox${randomName(82)}`,
          publishableKey: `pk_test_51Sandbox${randomName(82)}`,
          url: '',
        }),
      )
  }

  get account(): Account {
    return this.store.find('internal.account', 'acct')!
  }

  now(): number {
    return Math.floor(this.clock.now().getTime() / 1000)
  }

  /** Runs one request: its changes are committed together when it returns, and discarded when it throws. */
  transact<Result>(run: (draft: Draft) => Result, request?: Request, at = this.now()): Result {
    const draft = new Draft(this.store, at, emit, request)
    try {
      const result = run(draft)
      this.#commit(draft)
      return result
    } catch (error) {
      if (error instanceof StripeSandboxError && error.keepsChanges) this.#commit(draft)
      throw error
    }
  }

  /** The next moment at which something happens by itself, in seconds. */
  due(): number | null {
    return this.dueQueue.next()?.at ?? null
  }

  /** Runs everything due by now in order of time, each thing at its own moment. */
  runDue(): void {
    const now = this.now()
    let last = ''
    let repeated = 0
    for (let next = this.dueQueue.next(); next && next.at <= now; next = this.dueQueue.next()) {
      const what = `${next.kind} ${next.id} ${next.at}`
      repeated = what === last ? repeated + 1 : 0
      if (repeated > 20) throw new Error(`The sandbox makes no progress with ${what}`)
      last = what
      this.transact((draft) => runDueFor(draft, next.kind, next.id), undefined, next.at)
    }
  }

  close(): void {
    this.#journal.close()
  }

  /** Once a day of the sandbox's time, removes what Stripe would no longer keep. */
  #removeExpired(now: number): void {
    if (now < this.#lastRemovalAt + 86_400) return
    this.#lastRemovalAt = now
    this.transact(removeExpired, undefined, now)
  }

  #commit(draft: Draft): void {
    const changes = draft.changes()
    if (!changes.length) return
    // Written first: a change that cannot be written to the journal is not made.
    this.#journal.write(changes)
    this.store.commit(changes)
    this.dueQueue.update(changes)
    this.onCommit(changes)
    this.#removeExpired(draft.now)
  }
}
