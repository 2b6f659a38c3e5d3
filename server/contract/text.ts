import * as z from 'zod/mini'

/**
 * Marks that turn the order of letters around, so that a name reads as another one wherever it is shown. They are not needed
 * to write in Arabic or Hebrew.
 */
const turnsAround = /\p{Bidi_Control}/gu

/** Nothing when no letter can be seen: a name of zero-width spaces could neither be read nor clicked. */
const orNothing = (text: string): string => (/[^\p{Default_Ignorable_Code_Point}\s]/u.test(text) ? text : '')

/** A name on one line, without characters that turn the text around it; empty when nothing of it can be seen. */
export const oneLine = (text: string): string =>
  orNothing(text.replaceAll(turnsAround, '').replaceAll(/[\s\p{Cc}]+/gu, ' ')).trim()

const manyLines = (text: string): string =>
  orNothing(
    text
      .replaceAll(turnsAround, '')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\n\t\P{Cc}]+/gu, ' '),
  ).trim()

/** A name that a person typed: one line, however it was pasted. It stands in subjects of mails, tables and invoices. */
export const Line = (longest: number) =>
  z.string().check(z.overwrite(oneLine), z.minLength(1), z.maxLength(longest))

/** A line that may be empty for the time being, because its text is still being written. */
export const DraftLine = (longest: number) => z.string().check(z.overwrite(oneLine), z.maxLength(longest))

/** What a person wrote, in as many lines as they like. */
export const Lines = (longest: number) => z.string().check(z.overwrite(manyLines), z.maxLength(longest))
