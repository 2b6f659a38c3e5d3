/** Stands for your own sign-in: a visitor with `?as=<ecosystem>` is a user of that ecosystem. */
export const ecosystem = new URLSearchParams(location.search).get('as')

/** A current token of the signed-in person; here from the embedded mode's issuer. */
export const getToken = async (): Promise<string> => {
  const answer = await fetch('/sandbox/identity/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ecosystem }),
  })
  const { token } = (await answer.json()) as { token: string }
  return token
}
