/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import type { Texts } from '../editor/form.ts'
import { nameIn } from '../views/names.ts'
import { TabElement } from './tab-element.ts'

const locales = ['es-MX', 'en'] as const

/**
 * Names and descriptions of a version in both languages, its sales dates, and its limits.
 *
 * @csspart limits - how much of everything is allowed
 * @csspart limit - one of them
 * @csspart label - the name of something that is not written in a field
 * @csspart value - what it is
 */
export class WaizantSettingsDetails extends TabElement {
  #texts() {
    const { form, words } = this
    const both = (noun: 'name' | 'description' | 'audience') => html`
      <div part="pair">
        ${locales.map((locale) =>
          this.field({
            path: `${noun}.${locale}`,
            value: form[noun][locale],
            label: `${words[noun]} · ${words.languages[locale]}`,
          }),
        )}
      </div>
    `
    return html`
      <section part="card" aria-label=${words.texts}>
        <header part="card-head"><h3>${words.texts}</h3></header>
        ${both('name')} ${both('description')} ${both('audience')}
      </section>
    `
  }

  #dates() {
    const { form, words } = this
    const field = (path: 'startsAt' | 'endsAt', label: string) =>
      this.field({ path, value: form[path], label, type: 'datetime-local' })
    return html`
      <section part="card" aria-label=${words.dates}>
        <header part="card-head"><h3>${words.dates}</h3></header>
        <p part="quiet">${words.datesHint}</p>
        <div part="pair">${field('startsAt', words.fields.startsAt)} ${field('endsAt', words.endsAtOptional)}</div>
      </section>
    `
  }

  #limit = ({ id }: { id: string }) => {
    const { vocabulary, form, words, language } = this
    const isOpen = Boolean(form.unlimited[id])
    const name = nameIn(vocabulary.limits, id, language)
    return html`
      <div part="limit">
        ${
          isOpen
            ? html`<div part="field"><span part="label">${name}</span><span part="value">${words.unlimited}</span></div>`
            : this.field({ path: `limits.${id}`, value: form.limits[id]!, label: name, mode: 'numeric' })
        }
        ${this.tick(`unlimited.${id}`, isOpen, html`<small>${words.unlimited}<span part="unseen">: ${name}</span></small>`)}
      </div>
    `
  }

  #limits() {
    const { vocabulary, words } = this
    if (!vocabulary.limits.length) return nothing
    return html`
      <section part="card" aria-label=${words.limits}>
        <header part="card-head"><h3>${words.limits}</h3></header>
        <p part="quiet">${words.limitsHint}</p>
        <div part="limits">${vocabulary.limits.map(this.#limit)}</div>
      </section>
    `
  }

  #line(noun: 'limitTexts' | 'support', text: Texts, index: number) {
    const { words, editor, version } = this
    const remove = () => editor.change((draftForm) => draftForm.edit((form) => form[noun].splice(index, 1)))
    return html`
      <tr role="row">
        ${locales.map(
          (locale) => html`
            <td role="cell" data-label=${words.languages[locale]}>${this.entry({
              path: `${noun}.${index}.${locale}`,
              value: text[locale],
              label: `${words[noun]}, ${words.row(index + 1)}, ${words.languages[locale]}`,
            })}</td>
          `,
        )}
        ${
          version.may.edit
            ? html`<td role="cell" part="side">
                <button part="icon" type="button" aria-label=${words.deleteRow(index + 1)} title=${words.deleteRow(index + 1)} @click=${remove}>×</button>
              </td>`
            : nothing
        }
      </tr>
    `
  }

  #lines(noun: 'limitTexts' | 'support') {
    const { form, words, editor, version } = this
    const rows = form[noun]
    const add = () =>
      editor.change((draftForm) => draftForm.edit((form) => form[noun].push({ 'es-MX': '', en: '' })))
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
                    ${version.may.edit ? html`<td role="cell" part="side"></td>` : nothing}
                  </tr>
                </thead>
                <tbody role="rowgroup">${rows.map((text, index) => this.#line(noun, text, index))}</tbody>
              </table>`
            : nothing
        }
        ${
          version.may.edit
            ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit} @click=${add}>${words.addRow}</button>`
            : nothing
        }
      </section>
    `
  }

  protected override render(): unknown {
    return html`
      ${this.#texts()} ${this.#dates()} ${this.#limits()} ${this.#lines('limitTexts')} ${this.#lines('support')}
    `
  }
}
