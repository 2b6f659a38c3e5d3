import type { SyncedEnvironment } from '#contract/catalogue-sync'
import type { SyncRow } from '../../../db/catalogue/syncs.ts'
import type { Environment } from '../../../payments/catalogue-port.ts'

type Account = NonNullable<SyncedEnvironment['account']>

export type AccountProblem = 'wrong-mode' | 'wrong-account'

/**
 * Why the server must not write to a provider account; null: it may. Test accounts are refused in production
 * and live accounts everywhere else. An environment keeps its account until the operator names another.
 */
export const accountProblem = (
  { name, account: expected }: Environment,
  account: Account,
  last: Pick<SyncRow, 'account'> | null,
): AccountProblem | null => {
  if (account.livemode !== (name === 'production')) return 'wrong-mode'
  const known = expected ?? (name === 'sandbox' ? null : last?.account)
  return known && known !== account.id ? 'wrong-account' : null
}
