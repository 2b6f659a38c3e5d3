import type { PlanChangeQuote, PlanSide } from '#contract/plan-change'
import type { ApiError } from '../../api/answer.ts'
import type { ChangeWords } from '../../i18n/es-mx/change.ts'

/** The texts and data of the dialog's views. */
export interface Spoken {
  words: ChangeWords
  language: string
}

const dayMs = 86_400_000

/** The plan's name; with its interval when that changes too; as a new version when plan and interval stay the same. */
export const nameOfTarget = ({ from, to }: { from: PlanSide; to: PlanSide }, words: ChangeWords): string =>
  from.interval !== to.interval
    ? words.of(to.planName, to.interval)
    : from.plan === to.plan
      ? words.newVersion(to.planName)
      : to.planName

/** Whole days of the paid period before and after the change. */
export const daysOf = ({ period, effectiveAt }: PlanChangeQuote): { used: number; left: number } => {
  const [start, end, at] = [period.start, period.end, effectiveAt].map(
    (text) => new Date(text).getTime() / dayMs,
  )
  const all = Math.round(end! - start!)
  const used = Math.min(all, Math.max(0, Math.round(at! - start!)))
  return { used, left: all - used }
}

/** An error in the reader's words: the server's own sentence when it sent one. */
export const errorText = ({ detail, status }: ApiError, words: ChangeWords): string =>
  detail || (status ? words.unexpected : words.unreachable)
