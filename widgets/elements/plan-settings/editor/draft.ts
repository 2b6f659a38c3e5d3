import type { PlanVersion, PlanVersionContent } from '#contract/plan-settings'
import { versionPath } from '../data/paths.ts'
import { localText } from './dates.ts'
import type { Form } from './form.ts'

/** Unsaved work, and the content that it was based on. */
export interface Draft {
  at: number
  /** The ETag of the version when the work began. */
  etag: string
  base: PlanVersionContent
  form: Form
  /** Taken over from another version: it is restored without asking. */
  isCarried?: true
}

export const draftName = (api: string, path: string): string => `waizant.settings-draft ${api} ${path}`

/** A browser may forbid storage; then the draft lasts as long as the page. */
export const readDraft = (name: string): Draft | undefined => {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null
    return draft?.form && draft.base ? draft : undefined
  } catch {
    return undefined
  }
}

/** False when the browser has no room or forbids storage. */
export const keepDraft = (name: string, draft: Draft): boolean => {
  try {
    localStorage.setItem(name, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (name: string): void => {
  try {
    localStorage.removeItem(name)
  } catch {
    // There was no draft.
  }
}

/** What was typed in one version, as a draft of another; the dates are the new version's. */
export const carryOver = (api: string, form: Form, { content, etag, ...to }: PlanVersion): void => {
  const startsAt = localText(content.startsAt)
  const endsAt = content.endsAt ? localText(content.endsAt) : ''
  keepDraft(draftName(api, versionPath(to)), {
    at: Date.now(),
    etag,
    base: content,
    form: { ...structuredClone(form), startsAt, endsAt },
    isCarried: true,
  })
}
