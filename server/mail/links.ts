import type { Message, MessageKind } from './kinds.ts'

const helped: ReadonlySet<MessageKind> = new Set([
  'trial-ending',
  'trial-ended',
  'payment-failed',
  'suspended',
  'data-deletion',
])

const actionOf = ({ kind, facts }: Message): 'help' | 'change-plan' | null => {
  if (kind === 'limit-near') return facts.next ? 'change-plan' : null
  return helped.has(kind) ? 'help' : null
}

const aboutPlans: ReadonlySet<MessageKind> = new Set(['trial-ending', 'trial-ended', 'data-deletion'])

/** Whether a mail asks its reader to choose a plan when they have none yet. */
export const asksForPlan = ({ kind }: Message): boolean => aboutPlans.has(kind)

/** The page with the billing panel, which opens the dialog that the mail is about, while that still helps. */
export const linkOf = (manageUrl: string, message: Message): string => {
  const action = actionOf(message)
  if (!action) return manageUrl
  const url = new URL(manageUrl)
  url.searchParams.set('waizant-action', action)
  return url.href
}
