import type { PanelWords } from '../es-mx/panel.ts'

export const words: PanelWords = {
  title: 'Your billing',
  signedOut: 'Sign in to see your billing.',
  offline: 'You seem to be offline.',
  unreachable: 'We could not reach the server.',
  unexpected: 'Something went wrong on our side.',
  retry: 'Try again',
  startAgain: 'See plans',
}
