import { licencePurchaseStates } from '../../dev/licence-purchase.states.ts'
import { provesStates } from '../../testing/purchase-states.ts'

provesStates('The purchase of licences', licencePurchaseStates, {
  choose: 'Choose how many you want',
  more: 'Added to your invoice of December 1 $5.24',
  fewer: 'Taken off your invoice of December 1 -$2.62',
  least: '6 are in use: you can’t go below that.',
  calculating: 'Working out the exact cost',
  'price-failed': 'We couldn’t reach the server. Try again',
  'change-scheduled': 'Deshazlo primero',
  changed: 'before $5.24 $5.31',
  refused: 'Tienes 8 licencias en uso',
  ordering: 'Add 2 licences',
  done: 'Done, you have 10 licences.',
  canceling: 'Reactivate it to change your licences.',
  'not-sold': 'Your Plus plan doesn’t offer this',
  unlimited: 'Your plan has no limit of users',
  hostile: '<script>alert(1)</script>',
  loading: 'User licences',
  failed: 'Try again',
  'signed-out': 'Sign in to see what you have',
})
