/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { type EditorContext, nameIn } from '../editor/editor-context.ts'
import { entry, field, tick } from '../editor/entry.ts'
import type { Texts } from '../editor/form.ts'

const both = (context: EditorContext, noun: 'name' | 'description' | 'audience') => {
  const { form, words } = context
  return (['es-MX', 'en'] as const).map((locale) =>
    field(context, {
      path: `${noun}.${locale}`,
      value: form[noun][locale],
      label: `${words[noun]} · ${words.languages[locale]}`,
    }),
  )
}

const lines = (context: EditorContext, noun: 'limitTexts' | 'support') => {
  const { form, words, editor } = context
  const rows = form[noun]
  const add = () =>
    editor.change((draftForm) =>
      draftForm.edit((form) => form[noun].push({ 'es-MX': '', en: '' } satisfies Texts)),
    )
  const remove = (index: number) => () =>
    editor.change((draftForm) => draftForm.edit((form) => form[noun].splice(index, 1)))
  return html`
    <section part="card" aria-label=${words[noun]}>
      <header part="card-head"><h3>${words[noun]}</h3></header>
      <p part="quiet">${words.hints[noun]}</p>
      ${
        rows.length
          ? html`<table part="grid grid-cards" role="table" aria-label=${words[noun]}>
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">${words.languages['es-MX']}</th>
                  <th role="columnheader" scope="col">${words.languages.en}</th>
                  ${context.version.may.edit ? html`<td role="cell" part="side"></td>` : nothing}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${rows.map(
                  (text, index) => html`
                    <tr role="row">
                      ${(['es-MX', 'en'] as const).map(
                        (locale) =>
                          html`<td role="cell" data-label=${words.languages[locale]}>${entry(context, { path: `${noun}.${index}.${locale}`, value: text[locale], label: `${words[noun]}, ${words.row(index + 1)}, ${words.languages[locale]}` })}</td>`,
                      )}
                      ${
                        context.version.may.edit
                          ? html`<td role="cell" part="side">
                              <button part="icon" type="button" aria-label=${words.deleteRow(index + 1)} title=${words.deleteRow(index + 1)} @click=${remove(index)}>×</button>
                            </td>`
                          : nothing
                      }
                    </tr>
                  `,
                )}
              </tbody>
            </table>`
          : nothing
      }
      ${
        context.version.may.edit
          ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit} @click=${add}>${words.addRow}</button>`
          : nothing
      }
    </section>
  `
}

const limits = (context: EditorContext) => {
  const { vocabulary, form, words, language } = context
  if (!vocabulary.limits.length) return nothing
  return html`
    <section part="card" aria-label=${words.limits}>
      <header part="card-head"><h3>${words.limits}</h3></header>
      <p part="quiet">${words.limitsHint}</p>
      <div part="limits">
        ${vocabulary.limits.map(({ id }) => {
          const isOpen = Boolean(form.unlimited[id])
          const name = nameIn(vocabulary.limits, id, language)
          return html`
            <div part="limit">
              ${
                isOpen
                  ? html`<div part="field"><span part="label">${name}</span><span part="value">${words.unlimited}</span></div>`
                  : field(context, {
                      path: `limits.${id}`,
                      value: form.limits[id]!,
                      label: name,
                      mode: 'numeric',
                    })
              }
              ${tick(context, `unlimited.${id}`, isOpen, html`<small>${words.unlimited}<span part="unseen">: ${name}</span></small>`)}
            </div>
          `
        })}
      </div>
    </section>
  `
}

/**
 * Names and descriptions of a version in both languages, its sales dates, and its limits.
 *
 * @csspart limits - how much of everything is allowed
 * @csspart limit - one of them
 * @csspart label - the name of something that is not written in a field
 * @csspart value - what it is
 */
export const detailsTab = (context: EditorContext): unknown => {
  const { form, words } = context
  return html`
    <section part="card" aria-label=${words.texts}>
      <header part="card-head"><h3>${words.texts}</h3></header>
      <div part="pair">${both(context, 'name')}</div>
      <div part="pair">${both(context, 'description')}</div>
      <div part="pair">${both(context, 'audience')}</div>
    </section>
    <section part="card" aria-label=${words.dates}>
      <header part="card-head"><h3>${words.dates}</h3></header>
      <p part="quiet">${words.datesHint}</p>
      <div part="pair">
        ${field(context, { path: 'startsAt', value: form.startsAt, label: words.fields.startsAt, type: 'datetime-local' })}
        ${field(context, { path: 'endsAt', value: form.endsAt, label: words.endsAtOptional, type: 'datetime-local' })}
      </div>
    </section>
    ${limits(context)} ${lines(context, 'limitTexts')} ${lines(context, 'support')}
  `
}
