// The same cards and the same table without any library, as a developer would write them for this one page.
const escaped = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])

const list = (items) => `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`

const price = (money, interval, period) =>
  money
    ? `<div part="price" data-interval="${interval}"><p><span part="amount">${escaped(money.text)}</span> <span part="period">${escaped(money.currency)} ${period}</span></p></div>`
    : ''

const button = (plan, interval) =>
  plan.prices[interval]
    ? `<a part="action" data-interval="${interval}" href="/comprar?plan=${escaped(plan.id)}&interval=${interval}">Contratar ${escaped(plan.name)}</a>`
    : ''

const card = (plan) => `<article part="card">
  <header part="card-header"><h3>${escaped(plan.name)}</h3><p part="audience">${escaped(plan.audience)}</p></header>
  <div>${price(plan.prices.month, 'month', 'al mes')}${price(plan.prices.year, 'year', 'al año')}</div>
  <div part="card-actions">${button(plan, 'month')}${button(plan, 'year')}</div>
  <div part="limits">${list(plan.limitTexts)}</div>
  <div part="features"><h4>Incluye</h4>${list(plan.features.map(({ name }) => name))}</div>
  <div part="support">${list(plan.support)}</div>
</article>`

const switches = `<fieldset part="switch-interval"><legend>Periodo</legend>
  <label><input type="radio" name="interval" value="month" checked /> Mensual</label>
  <label><input type="radio" name="interval" value="year" /> Anual</label></fieldset>`

customElements.define(
  'hand-picker',
  class extends HTMLElement {
    async connectedCallback() {
      const root = this.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(PICKER_STYLE)
      root.adoptedStyleSheets = [sheet]
      const { plans } = await (await fetch('/v1/catalogues/erp/plans?locale=es-MX')).json()
      root.innerHTML = `<section part="base"><div part="switches">${switches}</div><div part="cards">${plans.map(card).join('')}</div></section>`
    }
  },
)

const cell = (value) =>
  `<td>${typeof value === 'string' ? escaped(value) : `<span part="${value ? 'yes' : 'no'}" role="img"></span>`}</td>`

customElements.define(
  'hand-comparison',
  class extends HTMLElement {
    set plans({ plans, comparison }) {
      const root = this.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(COMPARISON_STYLE)
      root.adoptedStyleSheets = [sheet]
      const row = ({ name, values }) =>
        `<tr><th scope="row">${escaped(name)}</th>${plans.map(({ id }) => cell(values[id] ?? false)).join('')}</tr>`
      const group = ({ name, rows }) =>
        `<tbody><tr><th part="group" colspan="${plans.length + 1}">${escaped(name)}</th></tr>${rows.map(row).join('')}</tbody>`
      const head = plans.map(({ name }) => `<th scope="col" part="plan">${escaped(name)}</th>`).join('')
      root.innerHTML = `<section part="base"><table><thead><tr><td></td>${head}</tr></thead>${comparison.map(group).join('')}</table></section>`
    }
  },
)
