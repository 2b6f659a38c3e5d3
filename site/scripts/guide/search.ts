/** Finds pages and headings by their words, in an index that loads when a visitor starts to search. */
interface Entry {
  href: string
  text: string
  page: string
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const place = document.querySelector<HTMLElement>('[data-search]')
const input = place?.querySelector('input')
const results = place?.querySelector<HTMLElement>('[data-results]')
let index: Promise<Entry[]> | undefined

const found = async (words: string): Promise<Entry[]> => {
  index ??= fetch(place!.dataset.index!).then((answer) => answer.json())
  const wanted = plain(words).split(/\s+/)
  const all = await index
  return all
    .filter(({ text, page }) => wanted.every((word) => plain(`${text} ${page}`).includes(word)))
    .slice(0, 8)
}

const show = (entries: readonly Entry[]) => {
  results!.replaceChildren(
    ...entries.map(({ href, text, page }) => {
      const link = Object.assign(document.createElement('a'), { href })
      const where = document.createElement('small')
      where.textContent = page === text ? '' : page
      link.append(text, where)
      const item = document.createElement('li')
      item.append(link)
      return item
    }),
  )
  if (!entries.length) results!.append(results!.dataset.none!)
  results!.hidden = false
}

if (place && input && results) {
  input.addEventListener('input', async () => {
    const words = input.value.trim()
    if (!words) results.hidden = true
    else {
      const entries = await found(words)
      if (words === input.value.trim()) show(entries)
    }
  })
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') results.querySelector('a')?.click()
    if (key === 'Escape') results.hidden = true
  })
}

export {}
