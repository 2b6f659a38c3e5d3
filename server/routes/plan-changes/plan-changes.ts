import { type Context, Hono } from 'hono'
import { PlanChangeConfirmation, PlanChangeRequest, type PlanChangeResult } from '#contract/plan-change'
import { confirmPlanChange } from '../../actions/plan-changes/confirm.ts'
import { previewPlanChange } from '../../actions/plan-changes/preview.ts'
import { undoScheduledChange } from '../../actions/plan-changes/undo-scheduled.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** Previews and confirms a plan change, and takes a scheduled one back. */
export const planChanges = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/preview', body(PlanChangeRequest), async (c) =>
      c.json(await previewPlanChange(deps, c.var.ecosystem, c.var.body, readerOf(c))),
    )
    .post('/', mayBuy(deps), body(PlanChangeConfirmation), async (c) => {
      const { ecosystem, body } = c.var
      const key = idempotencyKey(c)
      const reader = readerOf(c)
      const request = { scope: `plan-changes/${ecosystem.id}/${reader.person}`, key, body }
      // Until the bank has answered, a repeated request may get another answer, so this one is not stored.
      const isFinal = (answer: unknown) => (answer as PlanChangeResult).status !== 'requires-action'
      return idempotentAnswer(
        c,
        deps,
        request,
        async () => ({
          status: 200,
          body: await confirmPlanChange(deps, ecosystem, { ...body, ...reader, key }),
        }),
        isFinal,
      )
    })
    .delete('/pending', mayBuy(deps), async (c) =>
      c.json(await undoScheduledChange(deps, c.var.ecosystem, c.var.locale)),
    )

const readerOf = ({ var: { identity, locale } }: Pick<Context<AppEnv>, 'var'>) => ({
  person: identity.subject,
  locale,
})
