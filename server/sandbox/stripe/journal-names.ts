import type { Kind, SubscriptionState } from './kinds.ts'
import type { Change } from './store.ts'

/** Changes read from a journal. Earlier releases called the internal kinds `own.*`, also in changes that still wait. */
export const currentNames = (changes: Change[]): Change[] =>
  changes.map(([kind, id, value]) => {
    const current = kind.replace(/^own\./, 'internal.') as Kind
    return [
      current,
      id,
      current === 'internal.subscription' && value ? renamed(value as SubscriptionState) : value,
    ]
  })

const renamed = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  pendingUpdate: state.pendingUpdate && waiting(state.pendingUpdate),
  resumption: state.resumption && waiting(state.resumption),
})

const waiting = <Waiting extends { changes: unknown[] }>(change: Waiting): Waiting => ({
  ...change,
  changes: currentNames(change.changes as Change[]),
})
