import { type Routes, route } from '../http/route.ts'

/** The account of the sandbox: enough to distinguish accounts, and to see that its money is not real. */
export const accountRoutes: Routes = {
  'GET /v1/account': route((draft) => {
    const { secretKey } = draft.need('internal.account', 'acct')
    return { id: `acct_1${secretKey.slice(-16)}`, object: 'account' }
  }),
  'GET /v1/balance': route(() => ({
    object: 'balance',
    available: [],
    pending: [],
    livemode: false,
  })),
}
