import type { Kind, Kinds } from './kinds.ts'

/** One object written by a request, or removed when null. */
export type Change = [kind: Kind, id: string, value: object | null]

/** The read access to all objects, from the store itself or from a draft on top of it. Objects are never mutated. */
export interface Reader {
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined
  /** In order of creation. */
  all<K extends Kind>(kind: K): Kinds[K][]
  where<K extends Kind>(kind: K, field: string, value: string): Kinds[K][]
}

type Field = (object: never) => string | null | undefined | string[]

/** The fields that lists can be filtered by. */
const FIELDS: Partial<{
  [K in Kind]: Record<string, (object: Kinds[K]) => string | null | undefined | string[]>
}> = {
  price: { lookup_key: (price) => price.lookup_key, product: (price) => price.product },
  payment_method: { customer: (method) => method.customer },
  payment_intent: { customer: (intent) => intent.customer },
  setup_intent: { customer: (intent) => intent.customer },
  charge: { payment_intent: (charge) => charge.payment_intent },
  refund: { charge: (refund) => refund.charge },
  'checkout.session': {
    customer: (session) => session.customer,
    payment_intent: (session) => session.payment_intent,
    subscription: (session) => session.subscription,
  },
  subscription: {
    customer: (subscription) => subscription.customer,
    item: (subscription) => subscription.items.data.map((item) => item.id),
  },
  subscription_schedule: { customer: (schedule) => schedule.customer },
  invoice: {
    customer: (invoice) => invoice.customer,
    subscription: (invoice) => invoice.parent?.subscription_details?.subscription,
  },
  invoiceitem: { customer: (item) => item.customer, invoice: (item) => item.invoice },
  invoice_payment: {
    invoice: (payment) => payment.invoice,
    payment_intent: (payment) => payment.payment.payment_intent,
  },
  credit_note: { invoice: (note) => note.invoice },
  customer_balance_transaction: { customer: (transaction) => transaction.customer },
  'internal.debit': { subscription: (debit) => debit.subscription, item: (debit) => debit.item },
  'internal.delivery': { event: (delivery) => delivery.event, endpoint: (delivery) => delivery.endpoint },
}

/** The index values of an object for a field. */
export const valuesOf = (kind: Kind, field: string, object: object): string[] => {
  const read = FIELDS[kind]?.[field] as Field | undefined
  if (!read) throw new Error(`${kind} has no index by ${field}`)
  const value = read(object as never)
  return value == null ? [] : Array.isArray(value) ? value : [value]
}

/** All objects of the sandbox, in memory; changed only by whole commits. */
export class Store implements Reader {
  readonly #objects = new Map<Kind, Map<string, object>>()
  readonly #indexes = new Map<string, Map<string, Set<string>>>()

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.#objects.get(kind)?.get(id) as Kinds[K] | undefined
  }

  all<K extends Kind>(kind: K): Kinds[K][] {
    return [...(this.#objects.get(kind)?.values() ?? [])] as Kinds[K][]
  }

  where<K extends Kind>(kind: K, field: string, value: string): Kinds[K][] {
    const ids = this.#indexes.get(`${kind} ${field}`)?.get(value)
    return ids ? Array.from(ids, (id) => this.find(kind, id)!) : []
  }

  kinds(): Kind[] {
    return [...this.#objects.keys()]
  }

  commit(changes: Iterable<Change>): void {
    for (const [kind, id, value] of changes) {
      const objects = this.#objectsOf(kind)
      const before = objects.get(id)
      if (before) this.#index(kind, id, before, false)
      if (value) {
        objects.set(id, value)
        this.#index(kind, id, value, true)
      } else objects.delete(id)
    }
  }

  #objectsOf(kind: Kind): Map<string, object> {
    const known = this.#objects.get(kind)
    if (known) return known
    const objects = new Map<string, object>()
    this.#objects.set(kind, objects)
    return objects
  }

  #index(kind: Kind, id: string, object: object, add: boolean): void {
    for (const field of Object.keys(FIELDS[kind] ?? {})) {
      const key = `${kind} ${field}`
      const index = this.#indexes.get(key) ?? new Map<string, Set<string>>()
      this.#indexes.set(key, index)
      for (const value of valuesOf(kind, field, object)) {
        const ids = index.get(value)
        if (add) ids ? ids.add(id) : index.set(value, new Set([id]))
        else ids?.delete(id)
      }
    }
  }
}
