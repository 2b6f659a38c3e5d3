import { expect } from '../../testing/expect.ts'
import { describe, it } from '../../testing/suite.ts'
import { zoneName } from './zone-name.ts'

const names = {
  'America/Mexico_City': ['Ciudad de México', 'Mexico City'],
  'America/Tijuana': ['Tijuana', 'Tijuana'],
  'America/Los_Angeles': ['Los Ángeles', 'Los Angeles'],
  'America/New_York': ['Nueva York', 'New York'],
  'America/Argentina/Buenos_Aires': ['Buenos Aires', 'Buenos Aires'],
  'Asia/Tokyo': ['Japón', 'Japan'],
  UTC: ['UTC', 'UTC'],
  'Etc/Not_Known_Here': ['Not Known Here', 'Not Known Here'],
}

describe('A time zone', () => {
  for (const [zone, both] of Object.entries(names))
    it(`is named as a reader knows it: ${zone}`, () =>
      expect(['es-MX', 'en'].map((language) => zoneName(zone, language))).toEqual(both))

  it('has a name of its own, without marks of a program, in both languages', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    for (const language of ['es-MX', 'en']) {
      const all = zones.map((zone) => zoneName(zone, language))
      expect(all.filter((name) => /[_/]|^GMT|^[A-Z]{2,4}$/.test(name))).toEqual([])
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
    }
  })
})
