import '@waizant/billing/billing-panel'
import '@waizant/billing/plan-picker'
import { connect } from '@waizant/billing/connect'

const picker = document.createElement('waizant-plan-picker')
picker.catalogue = 'erp'
picker.interval = 'year'
picker.addEventListener('waizant-plan-select', ({ selection }) =>
  console.log(selection.plan),
)
document.body.append(picker)

connect({
  api: 'https://billing.example.com',
  ecosystem: 'legacy533',
  getToken: () => sessionStorage.getItem('token'),
})
