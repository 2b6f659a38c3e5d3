import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLog } from '../base/log.ts'
import { SettingsError } from '../env.ts'
import { openSandbox } from './index.ts'

const data = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
const directory = join(data, 'sandbox')

const open = () =>
  openSandbox({
    directory,
    port: 0,
    publicUrl: 'http://localhost',
    stripe: { port: 0 },
    log: openLog('silent'),
    wantsDemo: false,
    checksAnswers: false,
  })

beforeAll(async () => {
  const sandbox = await open()
  sandbox.clock.advanceTo(new Date(sandbox.clock.now().getTime() + 1_000))
  await sandbox.identity.directory.ensureMember('ana@lopez.mx', ['lopez'])
  await sandbox.close()
})
afterAll(() => rmSync(data, { recursive: true }))

it.each([
  ['clock.json', ''],
  ['clock.json', '{"shiftMs":'],
  ['clock.json', '{}'],
  ['clock.json', '{"shiftMs":1e300}'],
  ['clock.json', '{"shiftMs":0,"at":8.64e15}'],
  ['identity-key.json', ''],
  ['identity-key.json', '{"kty":"RSA"}'],
  ['identity-key.json', '{"kty":"RSA","n":"x","e":"AQAB","d":"x","kid":"x"}'],
  ['identity-groups.json', ''],
  ['identity-groups.json', '{"lopez":null}'],
  ['mail.jsonl', '{"at":\n'],
  ['stripe/journal.jsonl', ''],
  ['stripe/journal.jsonl', '[["customer"\n'],
  ['stripe/journal.jsonl', 'null\n'],
])('the error names a damaged file and how to start over: %s with “%s”', async (name, content) => {
  const file = join(directory, name)
  const whole = readFileSync(file)
  writeFileSync(file, content)
  const refusal = await open().catch((error) => error)
  writeFileSync(file, whole)
  expect(refusal).toBeInstanceOf(SettingsError)
  expect(refusal.message).toContain(`its file ${file} is damaged`)
  expect(refusal.message).toContain(`delete the folder ${data}`)
})

it('a last line that a crash cut short is left out, and the next one is whole', async () => {
  appendFileSync(join(directory, 'mail.jsonl'), '{"to":"half')
  const first = await open()
  const known = first.mailbox.messages().length
  first.mailbox.deliver({ to: 'ana@lopez.mx', subject: 'Hola', text: 'Hola' })
  await first.close()
  const second = await open()
  expect(second.mailbox.messages()).toHaveLength(known + 1)
  await second.close()
})
