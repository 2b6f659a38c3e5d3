import type { Draft } from '../../draft.ts'
import type { Kind, Subscription } from '../../kinds.ts'
import type { Change } from '../../store.ts'

/** Kinds that a change alters only once it is paid; its other effects, such as its invoice, apply at once. */
const DEFERRED: Kind[] = ['subscription', 'internal.subscription', 'internal.debit']

/** Takes from a fork what applies at once, and returns the changes that have to wait. */
export const deferChanges = (draft: Draft, fork: Draft, id: string): Change[] => {
  const before = draft.need('subscription', id)
  const debits = fork.changes().filter(([kind]) => kind === 'internal.debit')
  for (const change of fork.changes()) if (!DEFERRED.includes(change[0])) take(draft, change)
  return [...debits, ['subscription', id, difference(before, fork.need('subscription', id))]]
}

/** Applies the changes that waited. */
export const applyDeferred = (draft: Draft, changes: Change[]): void => {
  for (const [kind, key, value] of changes)
    if (kind === 'subscription') draft.change('subscription', key, value as Partial<Subscription>)
    else take(draft, [kind, key, value])
}

/** The fields that a change alters; later changes to other fields are not overwritten. */
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
