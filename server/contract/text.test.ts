import { expect, it } from 'vitest'
import { CheckoutRequest } from './checkout.ts'
import { LeadRequest } from './lead.ts'
import { Lines } from './text.ts'
import { TrialRequest } from './trial.ts'

const companyOf = (company: string) => {
  const parsed = TrialRequest.safeParse({ catalogue: 'erp', email: 'ana@x.mx', company })
  return parsed.success ? parsed.data.company : null
}

it.each([
  ['a line break, as headers of mails end', 'A\r\nBcc: evil@x.mx', 'A Bcc: evil@x.mx'],
  ['other ends of lines', 'a\u2028b\u0085c\u000bd', 'a b c d'],
  ['a control character', 'a\u0007b', 'a b'],
  ['marks that turn letters around', 'Acme\u202Egpj.exe \u2066x\u2069', 'Acmegpj.exe x'],
  ['more blanks than one', '  Clínica \t  del\u00a0Sol ', 'Clínica del Sol'],
  ['letters of other scripts, and joined emoji', 'می‌خواهم שלום 👩‍⚕️', 'می‌خواهم שלום 👩‍⚕️'],
])('makes one readable line of a company with %s', (_, typed, kept) => {
  expect(companyOf(typed)).toBe(kept)
})

it.each(['\u200b', '\u200e\u200f', '\u3164', '\u00ad', '\u202e', ' \n '])(
  'refuses %j as a name, because it cannot be seen',
  (typed) => {
    expect(companyOf(typed)).toBeNull()
  },
)

it('keeps every name that a visitor gives so', () => {
  const lead = {
    catalogue: 'erp',
    plan: 'x',
    name: 'A\nB',
    company: 'C\u202eD',
    email: 'a@x.mx',
    message: 'a\u202eb\r\nc',
  }
  expect(LeadRequest.parse(lead)).toMatchObject({ name: 'A B', company: 'CD', message: 'ab\nc' })
  const shape = CheckoutRequest.shape.company
  expect(shape.parse('E\nF')).toBe('E F')
})

it('keeps the lines of what is written in lines', () => {
  expect(Lines(20).parse(' a\n\n\tb\u0000c ')).toBe('a\n\n\tb c')
})
