import { describe, expect, it } from 'vitest'
import { daysLater } from './days.ts'

const later = (at: string, days: number, zone: string) => daysLater(new Date(at), days, zone).toISOString()

describe('days later in a time zone', () => {
  it('are 24 hours each where clocks never change', () => {
    expect(later('2028-02-27T15:30:10.250Z', 3, 'America/Mexico_City')).toBe('2028-03-01T15:30:10.250Z')
    expect(later('2027-02-27T15:30:00Z', 3, 'America/Mexico_City')).toBe('2027-03-02T15:30:00.000Z')
    expect(later('2027-12-31T05:59:59Z', 1, 'America/Mexico_City')).toBe('2028-01-01T05:59:59.000Z')
  })

  it('keep the time of the day across the changes of Tijuana', () => {
    // 14 March 2027: 71 hours. 7 November 2027: 73 hours.
    expect(later('2027-03-12T18:00:00Z', 3, 'America/Tijuana')).toBe('2027-03-15T17:00:00.000Z')
    expect(later('2027-11-05T17:00:00Z', 3, 'America/Tijuana')).toBe('2027-11-08T18:00:00.000Z')
    expect(later('2027-03-15T17:00:00Z', -3, 'America/Tijuana')).toBe('2027-03-12T18:00:00.000Z')
  })

  it('become an hour later at a time that the day does not have, and stay the first of two equal times', () => {
    // 2:30 does not exist on 14 March 2027; 1:30 comes twice on 7 November.
    expect(later('2027-03-13T10:30:00Z', 1, 'America/Tijuana')).toBe('2027-03-14T10:30:00.000Z')
    expect(later('2027-11-06T08:30:00Z', 1, 'America/Tijuana')).toBe('2027-11-07T08:30:00.000Z')
  })
})
