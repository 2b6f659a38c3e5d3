import type { SettingsWords } from '../es-mx/settings.ts'

export const words: SettingsWords = {
  signedOut: 'Sign in as an administrator to see the plan settings.',
  offline: 'You seem to be offline.',
  unreachable: 'We could not reach the server.',
  unexpected: 'Something went wrong on our side.',
  retry: 'Try again',
}
