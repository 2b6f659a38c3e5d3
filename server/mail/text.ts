import type { Fact } from './template.ts'
import type { Enclosed } from './write-mail.ts'

/** A mail as plain text. */
export const textOf = (mail: Enclosed): string => {
  const { heading, paragraphs, facts = [], button, manageUrl, after = [], document } = mail
  const blocks = [
    heading,
    ...paragraphs,
    facts.map(line).join('\n'),
    ...(document ? [`${document.label}: ${document.url}`] : []),
    `${button}: ${manageUrl}`,
    ...after,
    ['--', 'Waizant', mail.why, stop(mail)].filter(Boolean).join('\n'),
  ]
  return plainSpaces(`${blocks.filter(Boolean).join('\n\n')}\n`)
}

/**
 * The HTML part keeps amounts together with non-breaking spaces; in plain text they would prevent finding an
 * amount by search.
 */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ')

const line = ({ label, value }: Fact) => `${label}: ${value}`

const stop = ({ unsubscribe, unsubscribeUrl }: Enclosed) =>
  unsubscribeUrl && `${unsubscribe}: ${unsubscribeUrl}`
