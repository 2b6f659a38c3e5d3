import { createHash } from 'node:crypto'

/** The source expression that lets exactly this inline style through. */
export const styleHash = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`

interface Allowed {
  /** Of the styles inside declarative shadow roots. */
  styleHashes: readonly string[]
  /** Where a form may end by redirection: Chromium holds `form-action` to redirects, too. */
  formOrigins: readonly string[]
  /** Of the provider's script, frames and requests, on pages where something is paid; on no others. */
  paymentOrigins?: readonly string[]
  /** Where a page may tell of its visit. */
  connectOrigins?: readonly string[]
  /** A page that frames another of this site, or is the one framed. */
  framesOwn?: boolean
}

/** Nothing inline but the elements' own styles, nothing from elsewhere. */
export const contentSecurityPolicy = ({
  styleHashes,
  formOrigins,
  paymentOrigins = [],
  connectOrigins = [],
  framesOwn = false,
}: Allowed): string =>
  [
    "default-src 'none'",
    ['script-src', "'self'", ...paymentOrigins].join(' '),
    ['style-src', "'self'", ...styleHashes].join(' '),
    "img-src 'self'",
    ['connect-src', "'self'", ...paymentOrigins, ...connectOrigins].join(' '),
    ...(paymentOrigins.length ? [['frame-src', ...paymentOrigins].join(' ')] : []),
    "manifest-src 'self'",
    ['form-action', "'self'", ...formOrigins].join(' '),
    "base-uri 'none'",
    framesOwn ? "frame-src 'self'; frame-ancestors 'self'" : "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
