const validators = /(?<=^|,)\s*((?:W\/)?"[^"]*")\s*(?=,|$)/g

/**
 * Whether a condition of a request (`If-None-Match`, `If-Match`) names this validator; not when there is no condition. A
 * compressing proxy makes a validator weak; it still names the same content.
 */
export const namesEtag = (condition: string | null | undefined, etag: string): boolean =>
  condition?.trim() === '*' ||
  [...(condition ?? '').matchAll(validators)].some(([, one]) => strong(one!) === strong(etag))

const strong = (etag: string): string => etag.replace(/^W\//, '')
