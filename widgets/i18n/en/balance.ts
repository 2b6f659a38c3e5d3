import type { BalanceWords } from '../es-mx/balance.ts'

export const words: BalanceWords = {
  balance: 'Balance',
  owed: 'Balance due',
  movements: 'Movements',
  none: 'No movements yet.',
  use: 'It is applied by itself to the next charges of your subscription.',
  date: 'Date',
  reason: 'Concept',
  amount: 'Amount',
  failed: 'We could not read your balance.',
  retry: 'Try again',
}
