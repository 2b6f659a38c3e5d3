import type { AccountWords } from '../es-mx/account.ts'

export const words: AccountWords = {
  close: 'Close',
  kept: (plan) => `Done, you are staying. Your ${plan} subscription goes on as before.`,
  undone: (plan) => `Change undone. You stay on ${plan}.`,
  exported: 'Done. Your data is in your downloads.',
  choosePlan: 'Choose your plan',
  newCard: 'Your new card',
  owes: 'Once you save it we charge what is due, and your access goes on without a break.',
  owesSuspended: 'Once you save it we charge what is due, and your access is back at once.',
  charging: 'Your card is saved. Now we charge what is due; it takes a few seconds.',
  saved: 'Done, card saved',
  savedText: (card) => `Your next payments are charged to your ${card}.`,
  paid: 'Done, you are up to date',
  paidText: (card) => `We charged what was due to your ${card}, and your subscription is active.`,
  unpaid: 'We do not see your payment yet',
  unpaidText:
    'Your bank has not approved the charge yet. We keep checking and nothing is charged twice; you can use another card, too.',
  paidDue: (money) => `Done, you paid ${money} and are up to date.`,
  unanswered: 'Your bank did not confirm the payment. Nothing was charged; try again or use another card.',
  another: 'Use another card',
  zoneChanged: (zone) => `Done. Your dates now follow the time of ${zone}.`,
}
