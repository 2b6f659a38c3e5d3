import { Engine } from 'mrml'
import { escaped } from './escaped.ts'
import type { Fact } from './template.ts'
import { colours, font, styles } from './theme.ts'
import type { Enclosed } from './write-mail.ts'

/** A mail as HTML that mail programs display correctly: tables and inline styles, generated with MJML. */
export const htmlOf = (mail: Enclosed): string => {
  const made = engine().toHtml(markupOf(mail))
  if (made.type === 'error') throw new Error(`The markup of a mail is wrong: ${made.message}`)
  return made.content.replace('<title></title>', `<title>${escaped(mail.subject)}</title>`)
}

let known: Engine | null = null

const engine = (): Engine => {
  if (known) return known
  known = new Engine()
  // Without this, mail programs load a font from another server by its name.
  known.setRenderOptions({ disableComments: false, socialIconOrigin: null, fonts: {} })
  return known
}

const markupOf = (mail: Enclosed): string => `
<mjml lang="${mail.lang}" dir="ltr">
  <mj-head>
    <mj-preview>${escaped(mail.preheader)}${hush}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${font}" />
      <mj-text font-size="16px" line-height="25px" color="${colours.ink}" padding="0 0 16px" />
      <mj-section padding="0" />
      <mj-column padding="0" />
    </mj-attributes>
    <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
    <mj-style>${styles}</mj-style>
  </mj-head>
  <mj-body background-color="${colours.canvas}" width="560px" css-class="canvas">
    ${brand}
    <mj-wrapper css-class="sheet" background-color="${colours.surface}" border="1px solid ${colours.line}" border-radius="12px" padding="32px 32px 16px">
      <mj-section><mj-column>${content(mail)}</mj-column></mj-section>
    </mj-wrapper>
    ${foot(mail)}
  </mj-body>
</mjml>`

/** Invisible characters that keep the following text out of the preview in a list of mails. */
const hush = '&#847;&zwnj;&nbsp;'.repeat(40)

const brand = `
    <mj-section css-class="edge" padding="32px 32px 20px"><mj-column>
      <mj-table padding="0" css-class="brand"><tr>
        <td width="32" height="32" align="center" class="mark" style="width:32px;height:32px;border-radius:8px;background:${colours.accent};color:#ffffff;font-size:17px;line-height:32px;font-weight:700" bgcolor="${colours.accent}">W</td>
        <td class="ink" style="padding-left:12px;color:${colours.ink};font-size:18px;font-weight:650;letter-spacing:-0.01em">Waizant</td>
      </tr></mj-table>
    </mj-column></mj-section>`

const content = ({ heading, paragraphs, facts, button, manageUrl, after = [], document }: Enclosed) =>
  [
    `<mj-text css-class="ink" padding="0 0 14px" font-size="26px" line-height="32px" font-weight="700" letter-spacing="-0.02em"><h1 style="margin:0;font:inherit;letter-spacing:inherit">${escaped(heading)}</h1></mj-text>`,
    ...paragraphs.map((text) => `<mj-text css-class="ink">${escaped(text)}</mj-text>`),
    facts ? factTable(facts) : '',
    `<mj-button css-class="button" href="${escaped(manageUrl)}" align="left" background-color="${colours.accent}" color="#ffffff" font-size="16px" font-weight="600" line-height="22px" border-radius="8px" inner-padding="12px 22px" padding="8px 0 24px">${escaped(button)}</mj-button>`,
    document
      ? `<mj-text><a class="link" style="color:${colours.accent}" href="${escaped(document.url)}">${escaped(document.label)}</a></mj-text>`
      : '',
    ...after.map(
      (text) =>
        `<mj-text css-class="muted" color="${colours.muted}" font-size="15px" line-height="23px">${escaped(text)}</mj-text>`,
    ),
  ].join('\n')

const factTable = (facts: Fact[]): string =>
  `<mj-table css-class="facts" padding="4px 0 24px" font-size="15px" line-height="22px" color="${colours.ink}">${facts.map(row).join('')}</mj-table>`

/** A text of this many characters fits on one line next to its label on the narrowest screen. */
const longest = 16

const row = ({ label, value, strong }: Fact): string => {
  const cell = `padding:11px 0;border-top:1px solid ${colours.line};vertical-align:top`
  const short = value.length <= longest ? 'white-space:nowrap;' : ''
  const size = strong ? 'font-weight:700;font-size:17px' : ''
  return `<tr><td class="muted" style="${cell};color:${colours.muted};padding-right:16px">${escaped(label)}</td><td class="ink" align="right" style="${cell};text-align:right;${short}${size}">${escaped(value)}</td></tr>`
}

const foot = ({ why, unsubscribe, unsubscribeUrl }: Enclosed): string => {
  const stop = unsubscribeUrl
    ? `<br /><a class="muted" style="color:${colours.muted}" href="${escaped(unsubscribeUrl)}">${escaped(unsubscribe)}</a>`
    : ''
  return `<mj-section css-class="edge" padding="20px 32px 40px"><mj-column><mj-text css-class="muted" color="${colours.muted}" font-size="13px" line-height="20px" padding="0">${escaped(why)}${stop}</mj-text></mj-column></mj-section>`
}
