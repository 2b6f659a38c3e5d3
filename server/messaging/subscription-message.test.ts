import { expect, it } from 'vitest'
import { messageKey, readMessage } from './subscription-message.ts'

const changed = { version: 1, type: 'entitlements-changed', ecosystem: 'el-molino', revision: 7 } as const

it('reads known messages, with fields that it does not know', () => {
  expect(readMessage(JSON.stringify({ ...changed, more: true }))).toEqual(changed)
})

it('ignores types that are for others, and refuses what is not a message or has another version', () => {
  expect(readMessage('{"version":1,"type":"something-else"}')).toBeNull()
  for (const text of ['', '[]', '{}', JSON.stringify({ ...changed, version: 2 })])
    expect(() => readMessage(text), text).toThrow()
})

it('has a different key for each change', () => {
  const { revision, ecosystem } = changed
  const month = { from: '2026-11-01T06:00:00.000Z', until: '2026-12-01T06:00:00.000Z', granted: 200 }
  const included = { version: 1, type: 'encounters-included', ecosystem, revision, ...month } as const
  expect(readMessage(JSON.stringify(included))).toEqual(included)
  expect(messageKey(included)).not.toBe(messageKey(changed))
  expect(messageKey(included)).not.toBe(messageKey({ ...included, revision: 8 }))
  expect(messageKey(changed)).not.toBe(messageKey({ ...changed, revision: 8 }))
})
