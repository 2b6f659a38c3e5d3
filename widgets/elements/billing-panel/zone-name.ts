/** What some browsers know by its English name alone. */
const spanish: Readonly<Record<string, string>> = {
  'Mexico City': 'Ciudad de México',
  Cancun: 'Cancún',
  Merida: 'Mérida',
  Mazatlan: 'Mazatlán',
  'Ciudad Juarez': 'Ciudad Juárez',
  'Bahia Banderas': 'Bahía de Banderas',
  'Los Angeles': 'Los Ángeles',
  'New York': 'Nueva York',
}

/**
 * `Ciudad de México` for `America/Mexico_City`: the place that the reader's language names the zone by. English as spoken
 * in one country names its zones by letters, so the world's is asked.
 */
export const zoneName = (timeZone: string, language: string): string => {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  const own = /^es/.test(language) && spanish[city]
  if (own) return own
  try {
    // eslint-disable-next-line no-restricted-syntax -- no day is shown, and the zone is given
    const format = new Intl.DateTimeFormat(/^en/.test(language) ? 'en-001' : language, {
      timeZone,
      timeZoneName: 'shortGeneric',
    })
    const { value } = format.formatToParts().find(({ type }) => type === 'timeZoneName')!
    return /^[A-Z]+([+−-]|\d|:|$)/.test(value) ? city : value.replace(/^hora de | Time$/, '')
  } catch {
    return city
  }
}
