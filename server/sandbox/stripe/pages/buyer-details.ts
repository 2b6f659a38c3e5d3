import type { Session } from '../kinds.ts'
import type { Words } from './words.ts'

export interface DetailField {
  name: string
  label: string
  autocomplete: string
  optional: boolean
}

/** The additional details that a session requires from its buyer: phone, billing address, tax id. */
export const detailFields = (session: Session, words: Words): DetailField[] => {
  const field = (name: keyof Words['details'], autocomplete: string, optional = false): DetailField => ({
    name,
    label: words.details[name],
    autocomplete,
    optional,
  })
  return [
    ...(session.phone_number_collection?.enabled ? [field('phone', 'tel')] : []),
    ...(session.billing_address_collection === 'required'
      ? [
          field('line1', 'address-line1'),
          field('city', 'address-level2'),
          field('state', 'address-level1'),
          field('postal_code', 'postal-code'),
          field('country', 'country'),
        ]
      : []),
    ...(session.tax_id_collection?.enabled ? [field('tax_id', 'off', true)] : []),
  ]
}
