import { missing } from './errors.ts'
import { newId } from './ids.ts'
import type { Kind, Kinds, PublicKind } from './kinds.ts'
import { complete, completeFields } from './spec/complete.ts'
import { type Change, type Reader, valuesOf } from './store.ts'
import type { Seed } from './wire.ts'

/** The request that made the change, shown in events; null for what the sandbox does by itself. */
export interface Request {
  id: string | null
  idempotencyKey: string | null
}

/** What an event does: it is recorded for webhooks, and other objects react to it. */
export type Emit = (draft: Draft, type: string, object: object & { id: string; object: string }) => void

/**
 * The changes of one request on top of the store, committed all together or not at all. Its time does not move. A
 * preview forks a draft, runs the same code as the update, and discards the fork.
 */
export class Draft implements Reader {
  /** Seconds since 1970, as everything in Stripe. */
  readonly now: number
  readonly request: Request
  readonly base: Reader
  readonly #emit: Emit
  readonly #changes = new Map<string, Change>()

  constructor(base: Reader, now: number, emit: Emit, request: Request = { id: null, idempotencyKey: null }) {
    this.base = base
    this.now = now
    this.request = request
    this.#emit = emit
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    const change = this.#changes.get(`${kind} ${id}`)
    return change ? ((change[2] ?? undefined) as Kinds[K] | undefined) : this.base.find(kind, id)
  }

  /** The object, or Stripe's 404 that names the parameter. */
  need<K extends Kind>(kind: K, id: string, param?: string): Kinds[K] {
    const found = this.find(kind, id)
    if (!found) throw missing(NOUNS[kind] ?? kind, id, param)
    return found
  }

  all<K extends Kind>(kind: K): Kinds[K][] {
    return this.#overlay(kind, this.base.all(kind), () => true)
  }

  where<K extends Kind>(kind: K, field: string, value: string): Kinds[K][] {
    return this.#overlay(kind, this.base.where(kind, field, value), (object) =>
      valuesOf(kind, field, object).includes(value),
    )
  }

  put<K extends Kind>(kind: K, object: Kinds[K] & { id: string }): Kinds[K] {
    this.#changes.set(`${kind} ${object.id}`, [kind, object.id, object])
    return object
  }

  /** A new object with its id, its creation time and every field that Stripe's types require. */
  create<K extends PublicKind>(
    kind: K,
    seed: Omit<Seed<Kinds[K]>, 'id' | 'object'> & { id?: string },
  ): Kinds[K] {
    const object = { id: seed.id ?? newId(kind), object: kind, ...seed }
    return this.put(kind, complete(kind, object) as Kinds[K] & { id: string })
  }

  change<K extends Kind>(kind: K, id: string, patch: Partial<Kinds[K]>): Kinds[K] {
    const changes = completeFields(kind, patch as object)
    return this.put(kind, { ...this.need(kind, id), ...changes } as Kinds[K] & { id: string })
  }

  remove(kind: Kind, id: string): void {
    this.#changes.set(`${kind} ${id}`, [kind, id, null])
  }

  /** Records an event with the current state of the object, and lets other objects react to it. */
  emit(type: string, object: object & { id: string; object: string }): void {
    this.#emit(this, type, object)
  }

  /** A draft on top of this one, at the same moment or at a later one. */
  fork(at = this.now): Draft {
    return new Draft(this, at, this.#emit, this.request)
  }

  /** Takes over the changes of a fork. */
  absorb(fork: Draft): void {
    for (const [kind, id, value] of fork.changes()) this.#changes.set(`${kind} ${id}`, [kind, id, value])
  }

  changes(): Change[] {
    return [...this.#changes.values()]
  }

  #overlay<K extends Kind>(kind: K, stored: Kinds[K][], fits: (object: object) => boolean): Kinds[K][] {
    const found: Kinds[K][] = []
    const seen = new Set<string>()
    for (const object of stored) {
      const { id } = object as { id: string }
      seen.add(id)
      const current = this.#changes.has(`${kind} ${id}`) ? this.find(kind, id) : object
      if (current && fits(current as object)) found.push(current)
    }
    for (const [changed, id, value] of this.#changes.values())
      if (changed === kind && value && !seen.has(id) && fits(value)) found.push(value as Kinds[K])
    return found
  }
}

/** The object's name in Stripe's error messages. */
const NOUNS: Partial<Record<Kind, string>> = {
  'checkout.session': 'checkout.session',
  payment_method: 'PaymentMethod',
  invoiceitem: 'invoiceitem',
  'internal.confirmation': 'ConfirmationToken',
  'test_helpers.test_clock': 'test_clock',
}
