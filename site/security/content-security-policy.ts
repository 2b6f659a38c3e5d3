import { createHash } from 'node:crypto'

/** The source expression that allows exactly this inline style. */
export const styleHash = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`

interface Allowed {
  /** Of the styles inside declarative shadow roots. */
  styleHashes: readonly string[]
  /** Where a form may redirect to: Chromium applies `form-action` to redirects, too. */
  formOrigins: readonly string[]
  /** Origins of the provider's script, frames and requests, set only on pages with a payment. */
  paymentOrigins?: readonly string[]
  /** The address that a page may report its visit to. */
  connectOrigins?: readonly string[]
  /** A page that frames another page of this site, or is framed by one. */
  framesOwn?: boolean
}

/** Nothing inline except the elements' own styles, and nothing from other origins. */
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
