import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { hasSubject } from './has-subject.ts'

/** The findings of the rule in the styles of an element, by line. */
const remarks = (styles: string) =>
  new Linter()
    .verify(`const styles = css\`${styles}\``, {
      plugins: { waizant: { rules: { 'has-subject': hasSubject } } },
      rules: { 'waizant/has-subject': 'error' },
    })
    .map(({ line, message }) => `${line}: ${message}`)

describe(':has() in the styles of an element', () => {
  it.each([
    'label:has(:checked) { color: red }',
    'fieldset label:has(> :nth-child(4):last-child), p { color: red }',
    "section:has([value='year']:checked) { --_month: none }",
    '[part=outcome]:not(:has(p)) { position: absolute }',
    '[part=options] label:is(:hover, :has(:checked)) { color: red }',
    '[part=files]:not(:has(a))::before { display: none }',
    '@media print { label:has(:checked):hover { color: red } p a { color: red } }',
    'label:has(:checked) { color: red; &:hover { color: blue } } p a { color: red }',
    '/* section:has(a) p */ p a { color: red }',
    `\${tokens} p { color: \${ink} } \${more}`,
  ])('may stand on the element that it styles: %s', (styles) => {
    expect(remarks(styles)).toEqual([])
  })

  it.each([
    'section:has(:checked) p { color: red }',
    "section:not(:has([value='year']:checked)) [data-interval='year'] { display: none }",
    '[part=invoice]:has(+ [part=details]) > * { color: red }',
    'label:has(:checked)+p { color: red }',
    'label:has(:checked) ~ p { color: red }',
    'p, :is(section:has(:checked), div) p { color: red }',
    'p:not(section:has(:checked) p) { color: red }',
    '@container (width < 9rem) { section:has(:checked)[part=base] p { color: red } }',
    'section:has(:checked) { p { color: red } }',
    'section { &:has(:checked) p { color: red } }',
    `p \${next} section:has(:checked) \${last} { color: red }`,
  ])('may not decide the look of another one: %s', (styles) => {
    expect(remarks(styles)).toEqual([
      expect.stringContaining('Put :has() on the last element of the selector'),
    ])
  })

  it('may not stand in a piece of a selector, whose end is not known', () => {
    expect(remarks('[part=table]:has(td)')).toHaveLength(1)
  })

  it('is named by its line', () => {
    const styles = `p {\n  color: \${ink};\n}\nsection:has(a) p {\n  color: red;\n}`
    expect(remarks(styles)).toEqual([expect.stringMatching(/^4: /)])
  })
})
