/** The pages to compare: the same plans as static HTML, hand-written, by script tag, and rendered on the server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanList } from '@waizant/contract/plan'
import { plansScript, renderElement, styleText } from '../../widgets/server.ts'

const script = '<script type="module" src="/widgets/waizant.js"></script>'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Planes</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`

/** The server's HTML without shadow root, template or markers: the least that shows these plans. */
const flat = (rendered: string) => {
  const [, shadow = ''] = /<template[^>]*>(.*)<\/template>/s.exec(rendered) ?? []
  const content = shadow
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!--.*?-->|<\?>/gs, '')
    .replace(/<\/?slot[^>]*>/g, '')
  const style = styleText('waizant-plan-picker').replace(/:host(\(([^)]*)\))?/g, '#picker$2')
  return page(`<div id="picker">${content}</div>`, `<style>${style}</style>`)
}

/** Each page by name, and the code of the hand-written elements. */
export const comparedPages = (plans: PlanList): Record<string, string> => {
  const { catalogue, locale, currency } = plans
  const rendered = renderElement('waizant-plan-picker', plans, { catalogue, locale, currency })
  return {
    static: flat(rendered),
    rendered: page(rendered + plansScript(plans) + script),
    script: page('<waizant-plan-picker catalogue="erp"></waizant-plan-picker>', script),
    hand: page('<hand-picker></hand-picker>', '<script type="module" src="/bench/hand-written.js"></script>'),
    tables: page('', `${script}<script type="module" src="/bench/hand-written.js"></script>`),
  }
}

export const handWritten = (): string =>
  readFileSync(join(import.meta.dirname, 'hand-written.js'), 'utf8')
    .replace('PICKER_STYLE', JSON.stringify(styleText('waizant-plan-picker')))
    .replace('COMPARISON_STYLE', JSON.stringify(styleText('waizant-plan-comparison')))

/** A list with a given number of rows to compare, in groups of 50. */
export const longList = (plans: PlanList, rows: number): PlanList => {
  const four = [...plans.plans, { ...plans.plans[0]!, id: 'fourth', name: 'Cuarto' }].slice(0, 4)
  const rowOf = (index: number) => ({
    id: `row-${index}`,
    name: `Función número ${index}`,
    values: Object.fromEntries(four.map(({ id }, at) => [id, (index + at) % 3 ? index % 2 === 0 : '24 h'])),
  })
  return {
    ...plans,
    plans: four,
    comparison: Array.from({ length: rows / 50 }, (_, group) => ({
      id: `group-${group}`,
      name: `Grupo ${group}`,
      rows: Array.from({ length: 50 }, (_, index) => rowOf(group * 50 + index)),
    })),
  } as PlanList
}
