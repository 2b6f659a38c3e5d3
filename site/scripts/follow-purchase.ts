/** Follows a purchase until it is settled: polls the API, then shows the server's page of the new status. */
const news = document.querySelector('#news')
const shown = () => document.querySelector<HTMLElement>('#purchase')
const follows = (status = '') => status === 'pending' || status === 'open'

const statusOf = async (checkout: string): Promise<string> => {
  const response = await fetch(`/v1/checkouts/${encodeURIComponent(checkout)}`, { cache: 'no-store' })
  return response.ok ? (await response.json()).status : ''
}

/** Loads the server's page of the new status into this one. */
const show = async () => {
  const response = await fetch(location.href, { cache: 'no-store' })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const next = page.querySelector('#purchase')
  if (!next) return
  shown()?.replaceWith(document.adoptNode(next))
  document.title = page.title
  if (news) news.textContent = next.querySelector('h1')?.textContent ?? ''
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

for (let pause = 700; follows(shown()?.dataset.status); pause = Math.min(pause * 1.3, 5000)) {
  await wait(pause)
  const { checkout = '', status } = shown()?.dataset ?? {}
  const now = await statusOf(checkout).catch(() => '')
  if (now && now !== status) await show().catch(() => location.reload())
}

export {}
