import { translated } from './translated.ts'

/** The pages for a broken address and for a failure of the server. */
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
    goTo: (page: string) => `Ir a ${page}`,
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
    goTo: (page: string) => `Go to ${page}`,
  },
)
