/** Webhook faults, active until switched off. */
export interface WebhookFaults {
  /** Events are never delivered, not even later. */
  drop: boolean
  /** Each event is delivered twice. */
  duplicate: boolean
  /** Waiting events are delivered in reverse order. */
  reorder: boolean
  delayMs: number
}

/** Which requests fail next: either a status without the work, or the work done and the answer lost. */
export interface ApiFault {
  /** A path, or a prefix ending in `*`. */
  path: string
  times: number
  status: number | 'timeout-after-success' | 'lock-timeout' | 'amount-too-small'
}

export interface Faults {
  webhooks: WebhookFaults
  api: { failNext: ApiFault[] }
}

/** A change of the faults; omitted fields stay as they are. */
export interface FaultsChange {
  webhooks?: { [Name in keyof WebhookFaults]?: WebhookFaults[Name] | undefined } | undefined
  api?: { failNext?: (Omit<ApiFault, 'times'> & { times?: number | undefined })[] | undefined } | undefined
}

export const noFaults = (): Faults => ({
  webhooks: { drop: false, duplicate: false, reorder: false, delayMs: 0 },
  api: { failNext: [] },
})

export const changeFaults = (faults: Faults, change: FaultsChange): void => {
  for (const [name, value] of Object.entries(change.webhooks ?? {}))
    if (value !== undefined) Object.assign(faults.webhooks, { [name]: value })
  if (change.api?.failNext)
    faults.api.failNext = change.api.failNext.map((fault) => ({ ...fault, times: fault.times ?? 1 }))
}

/** Uses up one pending failure of this path, if there is one. */
export const takeFault = (faults: Faults, path: string): ApiFault['status'] | null => {
  const fault = faults.api.failNext.find((each) => each.times > 0 && matches(each.path, path))
  if (!fault) return null
  fault.times--
  return fault.status
}

const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path
