import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { nameIn, textIn } from '../views/names.ts'
import { TabElement } from './tab-element.ts'

/**
 * The features of the plan, by group.
 *
 * @csspart feature - a feature to include
 * @csspart features - the features of a group
 */
export class WaizantSettingsFeatures extends TabElement {
  #isOn = ({ id }: { id: string }) => this.form.features[id]!.on

  #feature = ({ id }: { id: string }) => {
    const { form, vocabulary, words, language } = this
    const feature = form.features[id]!
    const path = `features.${id}`
    return html`
      <li part="feature">
        ${this.tick(`${path}.on`, feature.on, nameIn(vocabulary.features, id, language))}
        ${feature.on ? this.tick(`${path}.toDegree`, feature.toDegree, html`<small>${words.toDegree}</small>`) : nothing}
        ${
          feature.on && feature.toDegree
            ? html`<div part="pair">
                ${this.field({ path: `${path}.es-MX`, value: feature['es-MX'], label: words.languages['es-MX'] })}
                ${this.field({ path: `${path}.en`, value: feature.en, label: words.languages.en })}
              </div>`
            : nothing
        }
      </li>
    `
  }

  #group = ({ id, name }: { id: string | null; name: { 'es-MX': string; en: string } }) => {
    const { vocabulary, words, language, editor, version } = this
    const features = vocabulary.features.filter(({ group }) => group === id)
    if (!features.length) return nothing
    const all = features.every(this.#isOn)
    const toggle = () =>
      editor.change((draftForm) =>
        draftForm.edit((form) => {
          for (const one of features) form.features[one.id]!.on = !all
        }),
      )
    return html`
      <section part="card">
        <header part="card-head">
          <h3>${textIn(name, language)}</h3>
          <span part="quiet">${words.chosen(features.filter(this.#isOn).length, features.length)}</span>
          ${
            version.may.edit
              ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit} @click=${toggle}>${all ? words.none : words.all}</button>`
              : nothing
          }
        </header>
        <ul part="features">${features.map(this.#feature)}</ul>
      </section>
    `
  }

  protected override render(): unknown {
    const { vocabulary, words } = this
    if (!vocabulary.features.length) return html`<p part="empty">${words.noFeatures}</p>`
    const rest = { id: null, name: { 'es-MX': words.otherFeatures, en: words.otherFeatures } }
    return [...vocabulary.groups, rest].map(this.#group)
  }
}
