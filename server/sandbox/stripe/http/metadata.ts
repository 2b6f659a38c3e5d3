import { invalid } from '../errors.ts'

type MetadataParam = Record<string, string | number | null> | '' | null | undefined

/** Metadata after a change: given keys are set, empty values remove a key, and `''` for the whole clears it. */
export const metadata = (
  input: MetadataParam,
  before: Record<string, string> = {},
): Record<string, string> => {
  if (input === undefined) return before
  if (input === null || input === '') return {}
  const result = { ...before }
  for (const [key, value] of Object.entries(input)) {
    if (key.length > 40)
      throw invalid(
        `Invalid metadata key: keys can be at most 40 characters, but ${key} is longer.`,
        'metadata',
      )
    const text = value === null ? '' : String(value)
    if (text.length > 500)
      throw invalid(
        `Metadata values can have up to 500 characters, but you passed in a value that is ${text.length} characters.`,
        `metadata[${key}]`,
      )
    if (text === '') delete result[key]
    else result[key] = text
  }
  if (Object.keys(result).length > 50) throw invalid('You can only have up to 50 metadata keys.', 'metadata')
  return result
}
