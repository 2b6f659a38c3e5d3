import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { type EditorContext, nameIn, textIn } from '../editor/editor-context.ts'
import { field, tick } from '../editor/entry.ts'

const featureView = (context: EditorContext, id: string) => {
  const { form, vocabulary, words, language } = context
  const feature = form.features[id]!
  const path = `features.${id}`
  return html`
    <li part="feature">
      ${tick(context, `${path}.on`, feature.on, nameIn(vocabulary.features, id, language))}
      ${feature.on ? tick(context, `${path}.toDegree`, feature.toDegree, html`<small>${words.toDegree}</small>`) : nothing}
      ${
        feature.on && feature.toDegree
          ? html`<div part="pair">
              ${field(context, { path: `${path}.es-MX`, value: feature['es-MX'], label: words.languages['es-MX'] })}
              ${field(context, { path: `${path}.en`, value: feature.en, label: words.languages.en })}
            </div>`
          : nothing
      }
    </li>
  `
}

/**
 * The features of the plan, by group.
 *
 * @csspart feature - a feature to include
 * @csspart features - the features of a group
 */
export const featuresTab = (context: EditorContext): unknown => {
  const { vocabulary, form, words, language, editor } = context
  if (!vocabulary.features.length) return html`<p part="empty">${words.noFeatures}</p>`
  const groups = [
    ...vocabulary.groups,
    { id: null, name: { 'es-MX': words.otherFeatures, en: words.otherFeatures } },
  ]
  const isOn = ({ id }: { id: string }) => form.features[id]!.on
  return groups.map(({ id, name }) => {
    const inGroup = vocabulary.features.filter(({ group }) => group === id)
    const all = inGroup.every(isOn)
    const toggle = () =>
      editor.change((draftForm) =>
        draftForm.edit(({ features }) => {
          for (const one of inGroup) features[one.id]!.on = !all
        }),
      )
    if (!inGroup.length) return nothing
    return html`
      <section part="card">
        <header part="card-head">
          <h3>${textIn(name, language)}</h3>
          <span part="quiet">${words.chosen(inGroup.filter(isOn).length, inGroup.length)}</span>
          ${
            context.version.may.edit
              ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit} @click=${toggle}>${all ? words.none : words.all}</button>`
              : nothing
          }
        </header>
        <ul part="features">${inGroup.map((one) => featureView(context, one.id))}</ul>
      </section>
    `
  })
}
