import type { Draft } from '../../draft.ts'
import type { Kind, Subscription } from '../../kinds.ts'
import type { Change } from '../../store.ts'

/** Kinds that a change alters only once it is paid; everything else it did (its invoice) stands at once. */
const WAITING: Kind[] = ['subscription', 'own.subscription', 'own.debit']

/** Takes from a fork what stands at once, and returns what has to wait. */
export const hold = (draft: Draft, fork: Draft, id: string): Change[] => {
  const before = draft.need('subscription', id)
  const debits = fork.changes().filter(([kind]) => kind === 'own.debit')
  for (const change of fork.changes()) if (!WAITING.includes(change[0])) take(draft, change)
  return [...debits, ['subscription', id, difference(before, fork.need('subscription', id))]]
}

/** Does what waited. */
export const release = (draft: Draft, changes: Change[]): void => {
  for (const [kind, key, value] of changes)
    if (kind === 'subscription') draft.change('subscription', key, value as Partial<Subscription>)
    else take(draft, [kind, key, value])
}

/** The fields that a change alters; what happens to the others in the meantime stays. */
const difference = (before: Subscription, after: Subscription): object =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        name !== 'latest_invoice' &&
        JSON.stringify(value) !== JSON.stringify(before[name as keyof Subscription]),
    ),
  )

const take = (draft: Draft, [kind, id, value]: Change) => {
  if (value) draft.put(kind, value as never)
  else draft.remove(kind, id)
}
