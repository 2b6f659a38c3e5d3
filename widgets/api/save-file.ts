import { type ApiRequest, request } from './request.ts'

const contentOf = async (response: Response) => ({
  file: await response.blob(),
  name: /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1],
})

/** Saves an answer as a file. A plain link cannot send the token. Rejects with an `ApiError`. */
export const saveFile = async (url: string, options: ApiRequest, otherwise: string): Promise<void> => {
  const { file, name = otherwise } = await request(url, options, contentOf)
  const href = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  // The browser has started to save the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
