import { expect, it } from 'vitest'
import { readPosted } from './read-posted.ts'

const post = (fields: Record<string, string>) =>
  readPosted(new Request('http://x/', { method: 'POST', body: new URLSearchParams(fields) }))

it('keeps a name in one line, whatever characters it contains', async () => {
  const text = (await post({ name: 'Ana\r\nBcc: todos@x.mx', company: ' A\tB\u2028C ' }))!
  expect([text('name'), text('company')]).toEqual(['Ana Bcc: todos@x.mx', 'A B C'])
})

it('counts a newline of a message as one sign, as the browser does', async () => {
  const text = (await post({ message: 'uno\r\ndos\n\ntres' }))!
  expect(text('message')).toBe('uno\ndos\n\ntres')
})

it('drops what no keyboard types and keeps every script and face', async () => {
  const text = (await post({ name: '\u0000An\u0007a\u007f', company: 'مطعم 👩🏽‍🍳 <b>=1+1</b>' }))!
  expect([text('name'), text('company')]).toEqual(['Ana', 'مطعم 👩🏽‍🍳 <b>=1+1</b>'])
})

it('has nothing of a file, of an unknown field, or of what is no form', async () => {
  expect((await post({}))!('name')).toBe('')
  expect(await readPosted(new Request('http://x/', { method: 'POST', body: '{' }))).toBeNull()
})
