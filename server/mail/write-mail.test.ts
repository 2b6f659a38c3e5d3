import { describe, expect, it } from 'vitest'
import type { Locale } from '#contract/locale'
import type { Message } from './kinds.ts'
import { writeMail } from './write-mail.ts'

const now = new Date('2026-10-01T15:00:00Z')

const written = (
  message: Message,
  more: { locale?: Locale; timeZone?: string; company?: string; manageUrl?: string } = {},
) =>
  writeMail(message, {
    company: 'Ferretería López',
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    now,
    manageUrl: 'https://app.ejemplo.mx/cuenta?de=lopez&ver=pagos',
    unsubscribeUrl: null,
    ...more,
  })

const plan = (name: string) => ({ 'es-MX': name, en: name })
const mxn = (amount: number) => ({ amount, currency: 'MXN' as const })
const usd = (amount: number) => ({ amount, currency: 'USD' as const })

const reminder = (at: string): Message => ({
  kind: 'renewal-reminder',
  facts: {
    plan: plan('Pro'),
    interval: 'year',
    at,
    amount: mxn(2_549_000),
    card: { brand: 'visa', last4: '4242' },
  },
})

/** The text that a reader sees, without markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe('a mail', () => {
  it('has the same content and the same link in both parts', () => {
    const { html, text } = written(reminder('2026-10-08T15:00:00Z'))
    for (const said of [
      'Tu plan se renueva en 7 días',
      '8 de octubre de 2026',
      'Visa terminada en 4242',
      '$25,490.00 MXN',
    ]) {
      expect(text).toContain(said)
      expect(wordsOf(html)).toContain(said)
    }
    expect(text).toContain('https://app.ejemplo.mx/cuenta?de=lopez&ver=pagos')
    expect(html).toContain('href="https://app.ejemplo.mx/cuenta?de=lopez&amp;ver=pagos"')
  })

  it('opens the right dialog, whatever parameters the panel’s address already has', () => {
    const ended = { kind: 'trial-ended', facts: { dataUntil: '2026-10-08T15:00:00Z' } } as const
    expect(written(ended).text).toContain(
      'https://app.ejemplo.mx/cuenta?de=lopez&ver=pagos&waizant-action=help',
    )
    const manageUrl = 'https://app.ejemplo.mx/#/cuenta'
    expect(written(ended, { manageUrl }).text).toContain(
      'https://app.ejemplo.mx/?waizant-action=help#/cuenta',
    )
  })

  it('uses dates in the ecosystem’s time zone', () => {
    // Three in the morning of the 8th, UTC.
    const at = '2026-10-08T03:00:00Z'
    expect(written(reminder(at)).text).toContain('7 de octubre de 2026')
    expect(written(reminder(at), { timeZone: 'Europe/Madrid' }).text).toContain('8 de octubre de 2026')
    expect(written(reminder('2026-10-02T03:00:00Z')).subject).toContain('hoy')
    expect(written(reminder('2026-10-02T03:00:00Z'), { timeZone: 'Europe/Madrid' }).subject).toContain(
      'mañana',
    )
  })

  it('is in the reader’s language, and names the currency of every amount', () => {
    const english = written(reminder('2026-10-08T15:00:00Z'), { locale: 'en' })
    expect(english.subject).toBe('Your Pro plan renews in 7 days')
    expect(english.text).toContain('Amount: MX$25,490.00')
    expect(english.html).toContain('lang="en"')
    const receipt: Message = {
      kind: 'purchase-receipt',
      facts: {
        quantity: 1500,
        unit: usd(45),
        total: usd(67_500),
        paidAt: now.toISOString(),
        reference: 'pur_1',
      },
    }
    expect(written(receipt).text).toContain('Pagaste: USD 675.00')
    expect(written(receipt, { locale: 'en' }).text).toContain('You paid: $675.00 USD')
  })

  it('shows a hostile name as text, on one line', () => {
    const company = 'Nube <img src=x onerror=alert(1)> & "Hijos"\r\nBcc: otra@ejemplo.mx\u202e'
    const { html, text, subject } = written(
      { kind: 'welcome', facts: { plan: plan('Pro'), nextPayment: null } },
      { company },
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Hijos&quot;')
    expect(subject).not.toMatch(/[\r\n\u202e]/)
    expect(text).not.toMatch(/^Bcc/m)
  })

  it('leaves a name whole whose letters are joined by marks without width', () => {
    const company = 'می\u200cخواهم 👩\u200d⚕️'
    expect(
      written({ kind: 'welcome', facts: { plan: plan('Pro'), nextPayment: null } }, { company }).text,
    ).toContain(company)
  })

  it('fits a narrow screen and a dark one, and loads nothing', () => {
    const { html } = written(reminder('2026-10-08T15:00:00Z'))
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).toContain('width=device-width')
    expect(html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|@import/)
  })

  it.each([
    [
      'es-MX',
      'Tu saldo a favor pagó tu renovación',
      'No se cobró nada a tu tarjeta.',
      /Gracias|Recibimos tu pago/,
    ],
    ['en', 'Your credit paid for your renewal', 'Nothing was charged to your card.', /Thank you|We received/],
  ] as const)('does not thank for $0.00 that credit paid: %s', (locale, subject, said, thanks) => {
    const receipt = (amount: number, balanceUsed: number): Message => ({
      kind: 'renewal-receipt',
      facts: {
        plan: plan('Pro'),
        number: 'WZ-0001',
        paidAt: '2026-10-01T15:00:00Z',
        amount: mxn(amount),
        balanceUsed: mxn(balanceUsed),
        total: mxn(249_900),
        pdfUrl: null,
        nextPayment: null,
      },
    })
    const covered = written(receipt(0, 249_900), { locale })
    expect(covered.subject).toBe(subject)
    for (const part of [covered.text, wordsOf(covered.html)]) {
      expect(part).toContain(said)
      expect(part).not.toMatch(thanks)
    }
    expect(written(receipt(0, 0), { locale }).subject).not.toMatch(thanks)
    expect(written(receipt(100, 249_800), { locale }).subject).toMatch(thanks)
  })

  it.each([
    ['es-MX', 'no_payment_method', 'No había una tarjeta guardada.'],
    ['en', 'no_payment_method', 'There was no saved card.'],
    ['es-MX', 'insufficient_funds', 'Tu tarjeta no tenía fondos suficientes.'],
    ['es-MX', 'do_not_honor', 'Tu banco rechazó el cobro.'],
  ] as const)('says in %s why a renewal was not paid (%s)', (locale, reason, sentence) => {
    const facts = { amount: mxn(249_900), reason, retryAt: null, suspendsAt: null }
    const mail = written({ kind: 'payment-failed', facts }, { locale })
    for (const part of [mail.text, wordsOf(mail.html)]) expect(part).toContain(sentence)
    if (reason === 'no_payment_method') expect(mail.text).not.toMatch(/banco|bank/)
  })
})
