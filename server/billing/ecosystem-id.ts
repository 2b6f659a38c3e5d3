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
