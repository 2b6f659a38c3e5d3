/** What may go wrong with webhooks, until switched off. */
export interface WebhookFaults {
  /** Events are never delivered, not even later. */
  drop: boolean
  /** Each event is delivered twice. */
  duplicate: boolean
  /** Events that wait together are delivered last one first. */
  reorder: boolean
  delayMs: number
}

/** Which answers fail next: a status instead of doing it, or everything done and the answer lost. */
export interface ApiFault {
  /** A path, or the beginning of one ending in `*`. */
  path: string
  times: number
  status: number | 'timeout-after-success' | 'lock-timeout' | 'amount-too-small'
}

export interface Faults {
  webhooks: WebhookFaults
  api: { failNext: ApiFault[] }
}

/** A change of the faults; what it leaves out stays as it is. */
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

/** Uses up one failure that this path is due, if there is one. */
export const takeFault = (faults: Faults, path: string): ApiFault['status'] | null => {
  const fault = faults.api.failNext.find((each) => each.times > 0 && matches(each.path, path))
  if (!fault) return null
  fault.times--
  return fault.status
}

const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path
