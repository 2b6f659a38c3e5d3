/** Your own sign-in: whoever comes with `?as=<ecosystem>` is one of its people. */
export const ecosystem = new URLSearchParams(location.search).get('as')

/** A current token of who is signed in; here by the embedded mode's issuer. */
export const getToken = async (): Promise<string> => {
  const answer = await fetch('/sandbox/identity/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ecosystem }),
  })
  const { token } = (await answer.json()) as { token: string }
  return token
}
