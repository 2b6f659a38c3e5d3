import pino, { type DestinationStream, type Logger } from 'pino'
import { safeError } from './safe-error.ts'

/** The process's log: the only place that writes errors, without personal data. */
export const openLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: { err: safeError },
      redact: ['*.secretKey', '*.token', '*.clientSecret', 'req.headers.authorization', 'data.actor'],
    },
    to,
  )
