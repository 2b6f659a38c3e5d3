import { addWords } from '@waizant/billing/words'

addWords('es-MX', { plans: { contact: 'Hablemos' } })
addWords('pt-BR', { plans: { month: 'Por mês', year: 'Por ano' } })
