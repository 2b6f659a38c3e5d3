/** A text of the catalogue in the reader's language. */
export const textIn = (text: { 'es-MX': string; en: string }, language: string): string =>
  (language.startsWith('es') ? text['es-MX'] : text.en) || text['es-MX'] || text.en

/** A name of the catalogue in the reader's language; its id when it has none. */
export const nameIn = (
  named: readonly { id: string; name: { 'es-MX': string; en: string } }[] | undefined,
  id: string,
  language: string,
): string => {
  const found = named?.find((one) => one.id === id)
  return found ? textIn(found.name, language) : id
}
