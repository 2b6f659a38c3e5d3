import { expect, it } from 'vitest'
import { contentSecurityPolicy, styleHash } from './content-security-policy.ts'

it('allows an inline style only by its hash', () => {
  const policy = contentSecurityPolicy({ styleHashes: [styleHash('a{}')], formOrigins: [] })
  expect(policy).toContain("style-src 'self' 'sha256-")
  expect(policy).not.toContain('unsafe')
})

it('hashes as browsers do', () => {
  expect(styleHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
})

it('lets a form end at the payment page', () => {
  const policy = contentSecurityPolicy({ styleHashes: [], formOrigins: ['https://checkout.stripe.com'] })
  expect(policy).toContain("form-action 'self' https://checkout.stripe.com;")
})

it('allows the card provider only on pages with a payment', () => {
  const none = { styleHashes: [], formOrigins: [] }
  expect(contentSecurityPolicy(none)).not.toContain('frame-src')
  const paying = contentSecurityPolicy({ ...none, paymentOrigins: ['https://js.stripe.com'] })
  for (const directive of ["script-src 'self'", "connect-src 'self'", 'frame-src'])
    expect(paying).toContain(`${directive} https://js.stripe.com;`)
})

it('lets a page report its visit only where the operator counts visits', () => {
  const none = { styleHashes: [], formOrigins: [] }
  expect(contentSecurityPolicy(none)).toContain("connect-src 'self';")
  const counted = contentSecurityPolicy({ ...none, connectOrigins: ['https://count.example.com'] })
  expect(counted).toContain("connect-src 'self' https://count.example.com;")
  expect(counted).toContain("script-src 'self';")
})

it('lets a page be framed only where the site frames its own', () => {
  const none = { styleHashes: [], formOrigins: [] }
  expect(contentSecurityPolicy(none)).toContain("frame-ancestors 'none'")
  expect(contentSecurityPolicy({ ...none, framesOwn: true })).toContain("frame-ancestors 'self'")
})
