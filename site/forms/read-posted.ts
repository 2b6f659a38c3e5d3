/** A field of a posted form by name; empty when it is missing. */
export type Posted = (name: string) => string

/** Normalises a text: newlines become `\n`, control characters and surrounding spaces are removed. */
const cleaned = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()

/** One line, without newlines: a name is used in mail and tables. */
const inOneLine = (value: string): string => cleaned(value).replaceAll(/\s*[\n\t\u2028\u2029]\s*/g, ' ')

/** The only field of several lines. */
const longText = 'message'

/** The fields of a posted form as a person would have typed them; null when the body is too large or broken. */
export const readPosted = async (request: Request): Promise<Posted | null> => {
  const data = await request.formData().catch(() => null)
  if (!data) return null
  return (name) => {
    const value = data.get(name)
    if (typeof value !== 'string') return ''
    return name === longText ? cleaned(value) : inOneLine(value)
  }
}
