import { createHash } from 'node:crypto'
import { styleText } from '@waizant/billing/server'

const style = styleText('waizant-plan-picker')
const hash = createHash('sha256').update(style).digest('base64')

export const policy = [
  "default-src 'self'",
  "script-src 'self' https://billing.example.com",
  "connect-src 'self' https://billing.example.com",
  `style-src 'self' 'sha256-${hash}'`,
].join('; ')
