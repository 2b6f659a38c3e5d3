import { ecosystems } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import type { Sandbox } from './index.ts'
import { type NewEcosystem, newEcosystem } from './new-ecosystem.ts'

/** One customer on each plan that can be bought, and one in trial, in both catalogues. */
const cast: NewEcosystem[] = [
  { catalogue: 'erp', plan: 'trial', company: 'Papelería Nube' },
  { catalogue: 'erp', plan: 'basico', interval: 'month', currency: 'MXN', company: 'Abarrotes La Esquina' },
  { catalogue: 'erp', plan: 'pro', interval: 'year', currency: 'MXN', company: 'Ferretería del Centro' },
  { catalogue: 'waizant', plan: 'trial', company: 'Consultorio Alba' },
  { catalogue: 'waizant', plan: 'lite', interval: 'month', currency: 'USD', company: 'Consultorio Roble' },
  {
    catalogue: 'waizant',
    plan: 'plus',
    interval: 'month',
    currency: 'USD',
    licences: 3,
    encounters: 120,
    company: 'Clínica Horizonte',
  },
  {
    catalogue: 'waizant',
    plan: 'premium',
    interval: 'year',
    currency: 'USD',
    encounters: 800,
    company: 'Hospital Santa Lucía',
  },
]

/** Gives an empty store some customers to look at, each made the way a real one is. */
export const playDemo = async (deps: Deps, sandbox: Sandbox): Promise<void> => {
  if (!sandbox.stripe) return
  const [anybody] = await deps.db.select({ id: ecosystems.id }).from(ecosystems).limit(1)
  if (anybody) return
  for (const role of cast) await newEcosystem(deps, sandbox, role)
}
