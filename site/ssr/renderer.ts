import type { PlanList } from '#contract/plan'
import { plansScript, type RenderedTag, renderElement, renderedTags } from '../../widgets/server.ts'

type Props = Readonly<Record<string, unknown>> & { readonly plans?: PlanList }

/** The lists that a page has sent already: each is sent once, however many elements show it. */
const sent = new WeakMap<object, Set<PlanList>>()

const sendOnce = (page: object, plans: PlanList): string => {
  const lists = sent.get(page) ?? new Set()
  sent.set(page, lists)
  if (lists.has(plans)) return ''
  lists.add(plans)
  return plansScript(plans)
}

const check = (tag: unknown, { plans }: Props): boolean =>
  plans !== undefined && (renderedTags as readonly unknown[]).includes(tag)

function renderToStaticMarkup(
  this: { result: object },
  tag: RenderedTag,
  { plans, ...attributes }: Props & { plans: PlanList },
  slots: Record<string, string>,
) {
  const light = Object.values(slots).join('')
  const element = renderElement(tag, plans, attributes as Record<string, string | undefined>, light)
  return { html: element + sendOnce(this.result, plans) }
}

/** Renders `<waizant-… plans={list}>` in a page with its declarative shadow DOM and, once, its data. */
export default { name: 'waizant', check, renderToStaticMarkup }
