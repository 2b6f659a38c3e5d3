import { expect, it } from 'vitest'
import { securityTxt } from './security-txt.ts'

const at = (now: string) =>
  securityTxt({ origin: 'https://x.mx', contact: 'mailto:seguridad@x.mx', now: new Date(now) })

it('says where to write, until when that holds, and which policy there is', () => {
  expect(at('2026-11-21T10:00:00Z').split('\n')).toEqual([
    'Contact: mailto:seguridad@x.mx',
    'Expires: 2027-06-01T00:00:00Z',
    'Preferred-Languages: es, en',
    'Canonical: https://x.mx/.well-known/security.txt',
    'Policy: https://x.mx/seguridad',
    '',
  ])
})

it('holds for less than a year, whenever it is asked for', () => {
  for (const month of ['01', '06', '12']) {
    const now = `2026-${month}-31T00:00:00Z`.replace('06-31', '06-30')
    const until = Date.parse(/Expires: (.*)/.exec(at(now))![1]!)
    const days = (until - Date.parse(now)) / 86_400_000
    expect(days).toBeGreaterThan(120)
    expect(days).toBeLessThan(366)
  }
})
