import type Stripe from 'stripe'

/** A Stripe type as the sandbox stores it: expandable fields hold ids, decimals are strings. */
export type Wire<V> = string extends V
  ? Exclude<V, { object: string }>
  : V extends Stripe.Decimal
    ? string
    : V extends (infer Element)[]
      ? Wire<Element>[]
      : V extends object
        ? { [Key in keyof V]: Wire<V[Key]> }
        : V

/** What is needed to create one: nullable fields may be omitted and become null. */
export type Seed<V> = V extends (infer Element)[]
  ? Seed<Element>[]
  : V extends object
    ? { [Key in keyof V as null extends V[Key] ? Key : never]?: Seed<V[Key]> | undefined } & {
        [Key in keyof V as null extends V[Key] ? never : Key]: Seed<V[Key]>
      }
    : V

export const idOf = (reference: string | { id: string }): string =>
  typeof reference === 'string' ? reference : reference.id
