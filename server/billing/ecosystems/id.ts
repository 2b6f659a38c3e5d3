/** Groups with this prefix belong to the operators: no customer's id or group ever has it. */
const ownPrefix = 'waizant-'

/**
 * Property names that every JavaScript object inherits: a look-up by such an id would find a value that was
 * never stored.
 */
const inherited = new Set(
  Object.getOwnPropertyNames(Object.prototype).map((name) => name.replaceAll('_', '').toLowerCase()),
)

/** True for a name that must not become an ecosystem's id or group. */
export const isReservedName = (name: string): boolean => {
  const plain = name.toLowerCase()
  return plain.startsWith(ownPrefix) || inherited.has(plain)
}

/** A company's name as an id: lower-case letters, digits and hyphens; "ecosistema" when nothing is left. */
export const ecosystemIdFrom = (company: string): string => {
  const plain = company
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return slug || 'ecosistema'
}

const withoutPrefix = (slug: string): string => {
  let rest = slug
  while (rest.startsWith(ownPrefix)) rest = rest.slice(ownPrefix.length)
  return rest || 'ecosistema'
}

/** The possible ids for an ecosystem of this company, best first; its number makes the last one unique. */
export const ecosystemIdsFor = (company: string, number: number): string[] => {
  const slug = ecosystemIdFrom(company)
  const base = withoutPrefix(slug)
  const numbered = Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)
  const all = [...(base === slug ? [base] : []), ...numbered, `${base}-${number}`, `ecosistema-${number}`]
  return all.filter((id) => !isReservedName(id))
}
