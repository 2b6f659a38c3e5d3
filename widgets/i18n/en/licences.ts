import type { LicenceWords } from '../es-mx/licences.ts'

export const words: LicenceWords = {
  title: 'User licences',
  total: 'In total',
  inUse: (count) => `${count} in use`,
  included: (count) => `${count} included in your plan`,
  bought: (count) => `${count} additional`,
  label: 'New total of licences',
  less: 'Remove one',
  more: 'Add one',
  ask: 'Choose how many you want and see the exact cost here before you confirm.',
  services: 'Services',
  each: (money) => `${money} per use`,
  used: (count) => `${count} since your last invoice`,
  unused: 'Not used since your last invoice',
  note: 'What you use is added to your next invoice.',
}
