import { describe, expect, it } from 'vitest'
import { noticesOf } from './notices.ts'

const now = new Date('2026-11-20T18:00:00Z')

/** Two in the morning of the 4th in London, and still the 3rd in Mexico City. */
const end = new Date('2026-12-04T02:00:00Z')
const kept = new Date('2027-03-04T02:00:00Z')

const said = (
  standing: Partial<Parameters<typeof noticesOf>[0]>,
  locale: 'es-MX' | 'en' = 'es-MX',
  at = now,
) =>
  noticesOf(
    {
      status: 'canceling',
      trialEndsAt: null,
      accessUntil: end,
      dataUntil: kept,
      timeZone: 'America/Mexico_City',
      ...standing,
    },
    at,
    locale,
  ).map(({ code, text, at }) => [code, text, at])

describe('the end of a subscription', () => {
  it('is dated in the time zone of the ecosystem', () => {
    expect(said({})).toEqual([
      [
        'canceling',
        'Tu suscripción termina el 3 de diciembre de 2026. Hasta entonces todo sigue igual, y puedes quedarte cuando quieras.',
        end.toISOString(),
      ],
    ])
    expect(said({ timeZone: 'Europe/London' }, 'en')[0]![1]).toContain('ends on December 4, 2026')
  })

  it('is shown together with a failed payment', () => {
    expect(said({ status: 'past-due' }).map(([code]) => code)).toEqual(['payment-failed', 'canceling'])
    expect(said({ status: 'suspended' }).map(([code]) => code)).toEqual(['suspended', 'canceling'])
  })

  it('includes how long the data is retained, while it is', () => {
    const canceled = { status: 'canceled' as const }
    expect(said(canceled, 'es-MX', end)).toEqual([
      [
        'canceled',
        'Tu suscripción terminó el 3 de diciembre de 2026. Guardamos tus datos hasta el 3 de marzo de 2027: elige un plan y sigue donde te quedaste.',
        kept.toISOString(),
      ],
    ])
    expect(said(canceled, 'en', kept)[0]!.slice(0, 2)).toEqual([
      'data-expired',
      'Your subscription ended on December 3, 2026. Choose a plan to start again.',
    ])
  })

  it('is not shown to a customer who stays', () => {
    expect(said({ status: 'active', accessUntil: null, dataUntil: null })).toEqual([])
  })
})
