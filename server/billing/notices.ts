import type { EcosystemStatus, Notice } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { noticeWords } from '../words/notices.ts'

const dayMs = 24 * 60 * 60 * 1000

/** What an ecosystem's people should know now. */
export const noticesOf = (
  ecosystem: { status: EcosystemStatus; trialEndsAt: Date | null },
  now: Date,
  locale: Locale,
): Notice[] => {
  const words = noticeWords[locale]
  const { status, trialEndsAt } = ecosystem
  if (status === 'trialing' && trialEndsAt) {
    const days = Math.ceil((trialEndsAt.getTime() - now.getTime()) / dayMs)
    return [{ code: 'trial', text: words.trial(days), at: trialEndsAt.toISOString() }]
  }
  if (status === 'suspended' && trialEndsAt) return [{ code: 'trial-ended', text: words.trialEnded }]
  if (status === 'past-due') return [{ code: 'payment-failed', text: words.paymentFailed }]
  if (status === 'suspended') return [{ code: 'suspended', text: words.suspended }]
  return []
}
