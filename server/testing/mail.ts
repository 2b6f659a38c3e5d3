import type { World } from './world.ts'

interface Received {
  id?: string
  to: string
  subject: string
  text: string
  html?: string
  headers?: Record<string, string>
}

/** The mails for an ecosystem's people in the local mailbox, oldest first, without invitations of the user pool. */
export const mailTo = async (world: Pick<World, 'send'>, email: string): Promise<Received[]> => {
  const { messages } = (await world.send('/sandbox/mail')).body as { messages: Received[] }
  return messages.filter(({ to, html }) => to === email && html).reverse()
}

export const subjectsTo = async (world: Pick<World, 'send'>, email: string): Promise<string[]> =>
  (await mailTo(world, email)).map(({ subject }) => subject)
