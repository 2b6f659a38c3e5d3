import { setTimeout as wait } from 'node:timers/promises'
import type { Message, SQSClient } from '@aws-sdk/client-sqs'
import type { Logger } from 'pino'
import { messageKey, readMessage } from './subscription-message.ts'
import type { Consumer, SubscriptionQueue } from './subscription-queue.ts'

type Sdk = typeof import('@aws-sdk/client-sqs')

const longPollSeconds = 20
const longestPauseMs = 30_000

/** Longer than a poll; without time-outs the SDK would wait for ever. */
const timeouts = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/**
 * An SQS queue, standard or FIFO, with the machine's credentials. A message is deleted after it was consumed.
 * One that fails stays in the queue, which delivers it again and finally moves it to its dead-letter queue.
 * `endpoint` sends the requests to another server.
 */
export const sqsQueue = (
  { url, endpoint }: { url: string; endpoint?: string | undefined },
  log: Logger,
): SubscriptionQueue => {
  const isFifo = url.endsWith('.fifo')
  const stopping = new AbortController()
  let consuming: Promise<void> = Promise.resolve()
  // Loaded when first needed: it is large.
  let client: Promise<{ sdk: Sdk; sqs: SQSClient }> | null = null
  const connect = () =>
    (client ??= import('@aws-sdk/client-sqs').then((sdk) => ({
      sdk,
      sqs: new sdk.SQSClient({
        ...regionOf(url),
        endpoint: endpoint ?? new URL(url).origin,
        requestHandler: timeouts,
      }),
    })))

  const receive = async (): Promise<Message[]> => {
    const { sdk, sqs } = await connect()
    const command = new sdk.ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: longPollSeconds,
    })
    return (await sqs.send(command, { abortSignal: stopping.signal })).Messages ?? []
  }

  const handle = async (consumer: Consumer, { MessageId, Body, ReceiptHandle }: Message): Promise<void> => {
    try {
      const message = readMessage(Body ?? '')
      if (message) await consumer(message)
      const { sdk, sqs } = await connect()
      await sqs.send(new sdk.DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
    } catch (error) {
      log.error({ err: error, message: MessageId }, 'message could not be consumed and stays in the queue')
    }
  }

  const poll = async (consumer: Consumer): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const messages = await receive()
        failures = 0
        await Promise.all(messages.map((message) => handle(consumer, message)))
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ err: error }, 'the queue does not answer')
        const pause = Math.min(longestPauseMs, 500 * 2 ** failures++)
        await wait(pause, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  return {
    async send(message) {
      const { sdk, sqs } = await connect()
      const inOrder = { MessageGroupId: message.ecosystem, MessageDeduplicationId: messageKey(message) }
      await sqs.send(
        new sdk.SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(message),
          ...(isFifo && inOrder),
        }),
      )
    },
    consume(consumer) {
      consuming = poll(consumer)
    },
    async stop() {
      stopping.abort()
      await consuming
      if (client) (await client).sqs.destroy()
    },
  }
}

/**
 * `https://sqs.us-east-1.amazonaws.com/…` contains its region; for another address the machine's settings have
 * it.
 */
const regionOf = (url: string): { region?: string } => {
  const region = /^sqs\.([a-z0-9-]+)\./.exec(new URL(url).hostname)?.[1]
  return region ? { region } : {}
}
