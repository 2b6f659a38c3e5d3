import type { ApiAnswer } from '../http/api.ts'
import type { PaymentMethod, Session, SessionLine } from '../kinds.ts'
import { detailFields } from './buyer-details.ts'
import type { Entry, Problems } from './checkout-form.ts'
import { type Html, html } from './html.ts'
import { page, seller } from './layout.ts'
import { dateText, moneyText, type Words } from './words.ts'

export interface Checkout {
  session: Session
  lines: SessionLine[]
  saved: PaymentMethod | null
  /** When the first period ends, whether it is shorter than a whole one, and whether it is free. */
  renews: { at: number; isStub: boolean; isTrial: boolean } | null
}

/** The payment page of a session: what is bought on one side, the buyer's form on the other. */
export const checkoutView = (
  words: Words,
  checkout: Checkout,
  entry: Entry,
  problems: Problems = {},
  failure: string | null = null,
): ApiAnswer => {
  const { session } = checkout
  const status = failure ? 402 : Object.keys(problems).length ? 422 : 200
  const title = titleOf(words, checkout)
  return page(
    words,
    `${title} – Waizant`,
    html`<main class="two">
<section class="summary" aria-labelledby="what">
${session.cancel_url && html`<a class="back" href="${session.cancel_url}">← ${words.back}</a>`}
${seller()}
${summary(words, checkout, title)}
</section>
<section class="card">
${failure && html`<div class="alert" role="alert" tabindex="-1" data-focus><strong>${words.declined}</strong><p>${failure}</p></div>`}
${!failure && status === 422 && errorList(words, problems)}
${paymentForm(words, checkout, entry, problems)}
</section>
</main>`,
    status,
  )
}

const titleOf = (words: Words, { session, lines }: Checkout) => {
  if (session.mode === 'setup') return words.setUpCard
  const name = lines[0]?.description ?? ''
  return `${session.mode === 'subscription' ? words.subscribeTo : words.pay} ${name}`
}

const PER = { day: 'perDay', week: 'perWeek', month: 'perMonth', year: 'perYear' } as const

const recurring = (words: Words, { session, lines }: Checkout): { amount: string; per: string } | null => {
  const [first] = lines.filter((line) => line.price?.recurring)
  if (!first) return null
  const { interval } = first.price!.recurring!
  const same = lines.filter((line) => line.price?.recurring?.interval === interval)
  const total = same.reduce((sum, line) => sum + line.amount_total, 0)
  return { amount: moneyText(words, total, session.currency!), per: words[PER[interval as keyof typeof PER]] }
}

const summary = (words: Words, checkout: Checkout, title: string): Html => {
  const { session, lines, renews } = checkout
  if (session.mode === 'setup') return html`<h1 class="what" id="what">${title}</h1>`
  const text = (amount: number) => moneyText(words, amount, session.currency!)
  const each = recurring(words, checkout)
  const due = text(session.amount_total ?? 0)
  const details = session.total_details
  const left = (session.amount_subtotal ?? 0) - lines.reduce((sum, line) => sum + line.amount_subtotal, 0)
  return html`<h1 class="what" id="what">${title}</h1>
<p class="price">${each ? each.amount : due}${each && html` <small>${each.per}</small>`}</p>
${renews && (renews.isStub || renews.isTrial) && each && html`<p class="note">${renews.isTrial || !session.amount_total ? words.trial(dateText(words, renews.at)) : words.stub(dateText(words, renews.at))} ${words.afterwards(`${each.amount} ${each.per}`)}</p>`}
<ul class="lines">${lines.map(
    (line) =>
      html`<li><span>${line.description}<small>${line.quantity !== 1 && html`${words.quantity} ${line.quantity} · `}${moneyText(words, line.price?.unit_amount ?? 0, session.currency!)}${line.quantity !== 1 && html` ${words.each}`}${line.price?.recurring && html` ${words[PER[line.price.recurring.interval as keyof typeof PER]]}`}</small></span><span>${text(line.amount_subtotal)}</span></li>`,
  )}</ul>
<dl class="sums">
${renews && left !== 0 && html`<div><dt>${words.part(dateText(words, renews.at))}</dt><dd>${text(left)}</dd></div>`}
${details && details.amount_discount > 0 && html`<div><dt>${words.discount}</dt><dd>−${text(details.amount_discount)}</dd></div>`}
${details && details.amount_tax > 0 && html`<div><dt>${words.subtotal}</dt><dd>${text(session.amount_subtotal ?? 0)}</dd></div><div><dt>${words.tax}</dt><dd>${text(details.amount_tax)}</dd></div>`}
<div class="due"><dt>${words.dueToday}</dt><dd>${due}</dd></div>
</dl>`
}

const errorList = (words: Words, problems: Problems): Html =>
  html`<div class="alert" role="alert" tabindex="-1" data-focus><strong>${words.fixErrors}</strong><ul>${Object.entries(
    problems,
  ).map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul></div>`

interface Field {
  name: string
  label: string
  value: string
  type?: string
  autocomplete?: string
  inputmode?: string
  placeholder?: string
  optional?: boolean
  maxlength?: number
  readonly?: boolean
}

const fieldView = (words: Words, problems: Problems, field: Field): Html => {
  const problem = problems[field.name]
  return html`<div class="field"><label for="${field.name}">${field.label}${field.optional && html` <small>(${words.optional})</small>`}</label>
<input id="${field.name}" name="${field.name}" type="${field.type ?? 'text'}" value="${field.value}"${field.autocomplete && html` autocomplete="${field.autocomplete}"`}${field.inputmode && html` inputmode="${field.inputmode}"`}${field.placeholder && html` placeholder="${field.placeholder}"`}${field.maxlength && html` maxlength="${field.maxlength}"`}${field.readonly && html` readonly`}${!field.optional && html` aria-required="true"`}${problem && html` aria-invalid="true" aria-describedby="${field.name}-error"`}>
${problem && html`<span class="error" id="${field.name}-error">${problem}</span>`}</div>`
}

const paymentForm = (words: Words, checkout: Checkout, entry: Entry, problems: Problems): Html => {
  const { session, saved } = checkout
  const field = (input: Field) => fieldView(words, problems, input)
  const details = detailFields(session, words)
  return html`<form method="post" action="/c/pay/${session.id}" novalidate data-pay>
${
  (!session.customer || session.custom_fields.length + details.length > 0) &&
  html`<fieldset><legend>${words.contact}</legend>
${!session.customer && field({ name: 'email', label: words.email, value: entry.email, type: 'email', autocomplete: 'email', readonly: session.customer_email !== null })}
${session.custom_fields.map((each) => customField(words, problems, each, entry.fields[each.key] ?? ''))}
${details.map((each) => field({ ...each, value: entry.details[each.name] ?? '' }))}</fieldset>`
}
<fieldset><legend>${words.card}</legend>
${
  saved &&
  html`<label class="choice"><input type="radio" name="use" value="saved"${entry.use === 'saved' && html` checked`}> ${words.savedCard(saved.card!.brand.toUpperCase(), saved.card!.last4)}</label>
<label class="choice"><input type="radio" name="use" value="new"${entry.use === 'new' && html` checked`}> ${words.otherCard}</label>`
}
<div class="new">
${field({ name: 'number', label: words.number, value: entry.number, autocomplete: 'cc-number', inputmode: 'numeric', placeholder: '4242 4242 4242 4242', maxlength: 24 })}
<div class="pair">${field({ name: 'expiry', label: words.expiry, value: entry.expiry, autocomplete: 'cc-exp', inputmode: 'numeric', placeholder: words.expiryHint, maxlength: 9 })}${field({ name: 'cvc', label: words.cvc, value: '', autocomplete: 'cc-csc', inputmode: 'numeric', placeholder: words.cvcHint, maxlength: 4 })}</div>
${field({ name: 'name', label: words.name, value: entry.name, autocomplete: 'cc-name', optional: true })}
${session.mode === 'payment' && session.customer && html`<label class="choice"><input type="checkbox" name="saves" value="yes"${entry.saves && html` checked`}> ${words.save}</label>`}
</div></fieldset>
<button type="submit">${submitText(words, session)}</button>
${session.mode === 'subscription' && html`<p class="note">${words.mandate}</p>`}
<details><summary>${words.testCards}</summary><p class="note">${words.testCardsNote}</p><ul class="cards">${testCards(words)}</ul></details>
</form>`
}

const submitText = (words: Words, session: Session): string => {
  if (session.mode === 'setup') return words.submitSave
  if (!session.amount_total) return words.submitSubscribe
  return words.submitPay(moneyText(words, session.amount_total, session.currency!))
}

const customField = (
  words: Words,
  problems: Problems,
  field: Session['custom_fields'][number],
  value: string,
): Html => {
  const name = `field-${field.key}`
  const label = field.label.custom ?? field.key
  if (field.type !== 'dropdown')
    return fieldView(words, problems, {
      name,
      label,
      value,
      optional: field.optional,
      ...(field.type === 'numeric' && { inputmode: 'numeric' }),
      ...(field.key === 'company' && { autocomplete: 'organization' }),
      maxlength: (field.text ?? field.numeric)?.maximum_length ?? 255,
    })
  const problem = problems[name]
  return html`<div class="field"><label for="${name}">${label}${field.optional && html` <small>(${words.optional})</small>`}</label>
<select id="${name}" name="${name}"${problem && html` aria-invalid="true" aria-describedby="${name}-error"`}><option value="">${words.choose}</option>${(field.dropdown?.options ?? []).map((option) => html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`)}</select>
${problem && html`<span class="error" id="${name}-error">${problem}</span>`}</div>`
}

const testCards = (words: Words): Html[] =>
  (
    [
      ['4242 4242 4242 4242', words.pays],
      ['4000 0000 0000 0002', words.declines],
      ['4000 0000 0000 9995', words.insufficient],
      ['4000 0025 0000 3155', words.asks],
      ['4000 0000 0000 0341', words.later],
    ] as const
  ).map(
    ([number, text]) =>
      html`<li><button type="button" data-card="${number}">${number}</button><span>${text}</span></li>`,
  )

/** The page of the holder's bank. */
export const bankView = (words: Words, session: Session): ApiAnswer =>
  page(
    words,
    words.bankTitle,
    html`<main class="one"><div class="card stack"><h1 data-focus tabindex="-1">${words.bankTitle}</h1>
<p>${session.mode === 'setup' ? words.bankKeep : words.bankText(moneyText(words, session.amount_total ?? 0, session.currency!))}</p>
<form method="post" action="/c/pay/${session.id}/authenticate"><button name="answer" value="yes">${words.bankYes}</button><button class="quiet" name="answer" value="no">${words.bankNo}</button></form></div></main>`,
  )
