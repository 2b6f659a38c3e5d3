import { expect, it } from 'vitest'
import { elements } from '../../../widgets/build/bundle.ts'
import { declarationsOf } from '../../../widgets/build/editor-data.ts'
import { manifestOf } from '../../../widgets/build/manifest.ts'
import { isTranslated } from './elements.ts'

it('says in Spanish everything that the manifest says of the elements', () => {
  const said = declarationsOf(manifestOf(elements)).flatMap(
    ({ description, attributes, members, events, slots, cssParts, cssProperties }) => [
      description,
      ...[attributes, members, events, slots, cssParts, cssProperties].flat().map((one) => one.description),
    ],
  )
  const missing = said.filter((text) => text && !isTranslated(text))
  expect([...new Set(missing)]).toEqual([])
})
