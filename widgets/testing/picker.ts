import '../elements/plan-picker/plan-picker.ts'
import type { WaizantPlanPicker } from '../elements/plan-picker/plan-picker.ts'
import type { FakeServer } from './fake-server.ts'
import { mount, ready } from './page.ts'

/** A picker of the `erp` catalogue whose buttons already act. */
export const picker = async (server: FakeServer, attributes = '') => {
  const element = mount<WaizantPlanPicker>(
    `<waizant-plan-picker api="${server.api}" catalogue="erp" ${attributes}></waizant-plan-picker>`,
  )
  return ready(element)
}
