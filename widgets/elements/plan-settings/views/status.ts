import type { AdminCustomer } from '#contract/admin-list'
import type { VersionSummary } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'

/**
 * A status as a word with a symbol.
 *
 * @csspart status - the status of something: `status-good`, `status-bad`, `status-idle`
 */
export const statusView = (mood: 'good' | 'bad' | 'idle', text: string) =>
  html`<span part="status status-${mood}">${text}</span>`

/** The status of a version. */
export const versionStatusView = (status: VersionSummary['status'], words: OfficeWords) =>
  statusView(status === 'in-force' ? 'good' : 'idle', words.statuses[status])

const moods = {
  active: 'good',
  trialing: 'good',
  pending: 'idle',
  'past-due': 'bad',
  suspended: 'bad',
  canceling: 'idle',
  canceled: 'idle',
} as const

/** The status of an ecosystem. */
export const ecosystemStatusView = (status: AdminCustomer['status'], words: OfficeWords) =>
  statusView(moods[status], words.ecosystemStatuses[status])
