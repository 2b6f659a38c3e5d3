import { translated } from './translated.ts'

/** Pages for an address that leads nowhere and for a failure of ours. */
export const lost = translated(
  {
    notFound: {
      title: 'Esta página no existe | Waizant Billing',
      heading: 'Esta página no existe',
      text: 'Puede que la dirección haya cambiado o tenga una letra de más. Quizá buscabas una de estas:',
    },
    failure: {
      title: 'Algo falló de nuestro lado | Waizant Billing',
      heading: 'Algo falló de nuestro lado',
      text: 'No se cobró nada y no hiciste nada mal. Inténtalo de nuevo en un momento.',
    },
    retry: 'Intentar de nuevo',
    home: 'Inicio',
    pricing: 'Precios del ERP',
    waizantPricing: 'Precios de la plataforma médica',
    trial: 'Prueba gratis',
    contact: 'Contacto',
    api: 'Referencia de la API',
  },
  {
    notFound: {
      title: 'This page does not exist | Waizant Billing',
      heading: 'This page does not exist',
      text: 'The address may have changed or have a letter too many. Perhaps you were looking for one of these:',
    },
    failure: {
      title: 'Something failed on our side | Waizant Billing',
      heading: 'Something failed on our side',
      text: 'Nothing was charged and you did nothing wrong. Try again in a moment.',
    },
    retry: 'Try again',
    home: 'Home',
    pricing: 'ERP pricing',
    waizantPricing: 'Medical platform pricing',
    trial: 'Free trial',
    contact: 'Contact',
    api: 'API reference',
  },
)
