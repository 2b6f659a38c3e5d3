import type { Draft } from '../../draft.ts'

export const tendSchedule = (_draft: Draft, _id: string): void => {}
