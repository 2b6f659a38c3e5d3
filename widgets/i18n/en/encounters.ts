import type { EncounterWords } from '../es-mx/encounters.ts'

export const words: EncounterWords = {
  title: 'Buy encounters',
  available: 'Available',
  packages: 'Packages',
  each: (money) => `${money} each`,
  saving: (percent) => `Save ${percent}%`,
  other: 'Another quantity',
  quantity: 'Number of encounters',
  less: (count) => `Remove ${count}`,
  more: (count) => `Add ${count}`,
  total: 'Total to pay today',
  of: (count) => `${count} encounters`,
  pay: (money) => `Pay ${money}`,
  next: (money) => `Pay ${money} by card`,
  card: (brand, last4) => `${brand} •••• ${last4}`,
  cardText: (brand, last4) => `${brand} card ending in ${last4}`,
  change: 'Change',
  note: 'Those you buy never end. Your balance is not used here: it is kept for your subscription.',
}
