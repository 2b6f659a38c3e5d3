import { dueOf } from './due.ts'
import type { Kind } from './kinds.ts'
import type { Change } from './store.ts'

/** What happens to an object by itself, and when (seconds). */
export interface DueEntry {
  at: number
  rank: number
  order: number
  kind: Kind
  id: string
}

/**
 * Everything that will happen by itself, soonest first. A heap; outdated entries are skipped when they reach the top.
 */
export class DueQueue {
  readonly #heap: DueEntry[] = []
  readonly #current = new Map<string, DueEntry>()
  #order = 0

  update(changes: Iterable<Change>): void {
    for (const [kind, id, value] of changes) {
      const due = value && dueOf(kind, value)
      const key = `${kind} ${id}`
      const before = this.#current.get(key)
      if (!due) {
        if (before) this.#current.delete(key)
        continue
      }
      if (before && before.at === due.at && before.rank === due.rank) continue
      const entry = { ...due, order: before?.order ?? this.#order++, kind, id }
      this.#current.set(key, entry)
      this.#push(entry)
    }
  }

  next(): DueEntry | null {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      if (this.#current.get(`${top.kind} ${top.id}`) === top) return top
      this.#pop()
    }
    return null
  }

  #push(entry: DueEntry): void {
    const heap = this.#heap
    let index = heap.push(entry) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!isBefore(entry, heap[parent]!)) break
      heap[index] = heap[parent]!
      index = parent
    }
    heap[index] = entry
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()!
    if (!heap.length) return
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!isBefore(heap[child]!, last)) break
      heap[index] = heap[child]!
      index = child
    }
    heap[index] = last
  }
}

const isBefore = (a: DueEntry, b: DueEntry): boolean =>
  (a.at - b.at || a.rank - b.rank || a.order - b.order) < 0
