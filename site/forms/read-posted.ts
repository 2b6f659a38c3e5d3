/** A field of a posted form by its name; empty when there is none. */
export type Posted = (name: string) => string

/** Newlines as one sign, nothing that no keyboard types, no blanks around it. */
const cleaned = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()

/** One line, where no newline belongs: a name goes into mail and tables. */
const inOneLine = (value: string): string => cleaned(value).replaceAll(/\s*[\n\t\u2028\u2029]\s*/g, ' ')

/** The only field of several lines. */
const longText = 'message'

/** What a form sent, as a person would have typed it; null when it is too large or broken. */
export const readPosted = async (request: Request): Promise<Posted | null> => {
  const data = await request.formData().catch(() => null)
  if (!data) return null
  return (name) => {
    const value = data.get(name)
    if (typeof value !== 'string') return ''
    return name === longText ? cleaned(value) : inOneLine(value)
  }
}
