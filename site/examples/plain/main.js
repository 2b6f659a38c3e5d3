import { ecosystem, getToken } from '../customer.js'

const picker = document.querySelector('waizant-plan-picker')
const chosen = document.querySelector('#chosen')

for (const button of document.querySelectorAll('[data-interval]')) {
  button.addEventListener('click', () => {
    picker.interval = button.dataset.interval
  })
}

picker.addEventListener('waizant-plan-select', (event) => {
  // Without this the element goes on by itself, to the payment page or the change of plan.
  event.preventDefault()
  chosen.textContent = `Elegiste ${event.selection.plan}`
})

if (ecosystem) {
  const { connect } = await import('/widgets/waizant.js')
  await connect({ ecosystem, getToken })
  const template = document.querySelector('#customer')
  template.replaceWith(template.content)
}
