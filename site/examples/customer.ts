/** Stands for the sign-in of your own product: whoever comes with `?as=<ecosystem>` is one of its people. */
export const ecosystem = new URLSearchParams(location.search).get('as')

/** A current token of whoever is signed in; here from the issuer of the embedded mode. */
export const getToken = async (): Promise<string> => {
  const answer = await fetch('/sandbox/identity/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ecosystem }),
  })
  const { token } = (await answer.json()) as { token: string }
  return token
}
