import { ecosystem, getToken } from '../customer.js'

const picker = document.querySelector('waizant-plan-picker')
const chosen = document.querySelector('#chosen')

for (const button of document.querySelectorAll('[data-interval]')) {
  button.addEventListener('click', () => {
    picker.interval = button.dataset.interval
  })
}

picker.addEventListener('waizant-plan-select', (event) => {
  // Without this the element continues by itself, to payment or to the plan change.
  event.preventDefault()
  chosen.textContent = `Elegiste ${event.selection.plan}`
})

if (ecosystem) {
  const { connect } = await import('/widgets/waizant.js')
  await connect({ ecosystem, getToken })
  const template = document.querySelector('#customer')
  template.replaceWith(template.content)
}
