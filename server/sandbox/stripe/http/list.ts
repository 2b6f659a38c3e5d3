import { missing } from '../errors.ts'

/** A list as Stripe embeds it. */
export const list = <Item>(data: Item[], url: string, more = false) => ({
  object: 'list' as const,
  data,
  has_more: more,
  url,
})

export interface Page {
  limit?: number | undefined
  starting_after?: string | undefined
  ending_before?: string | undefined
}

/** One page of a list, newest first. */
export const paginate = <Item extends { id: string }>(items: Item[], page: Page, url: string) => {
  const limit = page.limit ?? 10
  const at = (id: string, param: string) => {
    const index = items.findIndex((item) => item.id === id)
    if (index < 0) throw missing('object', id, param)
    return index
  }
  if (page.ending_before) {
    const end = at(page.ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return list(items.slice(start, end), url, start > 0)
  }
  const start = page.starting_after ? at(page.starting_after, 'starting_after') + 1 : 0
  return list(items.slice(start, start + limit), url, items.length > start + limit)
}

export interface Range {
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}

/** Whether a time matches Stripe's `created[gte]=…` or `created=…`. */
export const within = (time: number, range: Range | number | undefined): boolean => {
  if (range === undefined) return true
  if (typeof range === 'number') return time === range
  return !(
    (range.gt !== undefined && time <= range.gt) ||
    (range.gte !== undefined && time < range.gte) ||
    (range.lt !== undefined && time >= range.lt) ||
    (range.lte !== undefined && time > range.lte)
  )
}
