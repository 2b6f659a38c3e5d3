/** A test, or a check, that is red. */
export interface Red {
  name: string
  /** What repeats it: the command, or the file and the test's name for `npm test`. */
  again: string | { file: string; test?: string }
}

export interface Result {
  passed: number
  red: Red[]
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The command that runs it alone. */
export const repeat = ({ again }: Red): string => {
  if (typeof again === 'string') return again
  const name = again.test?.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return `npm test -- ${again.file}${name ? ` -t ${quoted(name)}` : ''}`
}
