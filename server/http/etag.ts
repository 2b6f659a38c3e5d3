/**
 * Whether a caller has the answer with this validator already (`If-None-Match`). A proxy that compresses may have marked
 * ours as weak; it still names the same answer.
 */
export const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false
