import { translated } from './translated.ts'

/** Drafts: the structure that the law requires, the facts about the product, and gaps in brackets for the operator. */
export const legal = translated(
  {
    draft: 'Borrador: falta que lo revise tu abogado.',
    draftText:
      'Lo que está entre corchetes lo completa quien opera este sitio. Hasta entonces no es un documento válido.',
    contents: 'Contenido',
    terms: {
      title: 'Términos del servicio (borrador) | Waizant Billing',
      description:
        'Borrador de los términos del servicio: suscripción, pagos, cambios, cancelación y responsabilidad.',
      heading: 'Términos del servicio',
      lead: 'Las reglas de tu suscripción, las mismas que aplica el producto.',
      sections: [
        {
          name: 'Quién presta el servicio',
          text: [
            '[Razón social], con RFC [RFC] y domicilio en [domicilio completo], en adelante «nosotros». Al contratar aceptas estos términos a nombre de tu empresa y declaras que puedes obligarla.',
          ],
        },
        {
          name: 'Prueba gratis',
          text: [
            'Dura 30 días, con todas las funciones y hasta 5 usuarios, sin tarjeta. Nada se cobra al terminar: si no contratas, la cuenta se suspende y los datos se conservan 30 días más.',
          ],
        },
        {
          name: 'Precio y pago',
          text: [
            'El precio es el que muestra la página al contratar, en la moneda que elijas. Si cambia en el catálogo, tu suscripción conserva el de la versión que contrataste hasta que elijas otra. [Impuestos: precisar si se incluyen.]',
            'El ERP se cobra el mismo día de cada mes o de cada año. La plataforma médica se cobra el día 1 de cada mes; al contratar a mitad de mes pagas solo los días que faltan.',
            'Te recordamos cada renovación 7, 3 y 1 días antes; si pagas por año, 30, 15 y 7 días antes.',
          ],
        },
        {
          name: 'Cambios de plan',
          text: [
            'Subir de plan es inmediato y se prorratea, sin penalización. En el ERP, bajar ocurre al final del periodo pagado y requiere que tus usuarios quepan en el nuevo plan. En la plataforma médica, bajar es inmediato y lo que no usaste queda como saldo a favor.',
          ],
        },
        {
          name: 'Falta de pago',
          text: [
            'Si un cobro falla tienes 3 días para resolverlo; después la cuenta se suspende. Los datos se conservan 30 días y al pagar la cuenta se reactiva sola.',
          ],
        },
        {
          name: 'Cancelación',
          text: [
            'Puedes cancelar cuando quieras, sin penalización. Conservas el acceso hasta el final del periodo pagado, puedes exportar tus datos y los guardamos 90 días. [Reembolsos: precisar.]',
          ],
        },
        {
          name: 'Uso aceptable y propiedad',
          text: [
            'Tus datos son tuyos. El software es nuestro; te damos permiso de usarlo mientras dure la suscripción. [Usos prohibidos, licencia y marcas.]',
          ],
        },
        {
          name: 'Disponibilidad y responsabilidad',
          text: [
            '[Nivel de servicio por plan; en Enterprise, 99.9 %.] [Límites de responsabilidad y garantías.]',
          ],
        },
        {
          name: 'Ley aplicable y cambios',
          text: [
            '[Leyes de los Estados Unidos Mexicanos; tribunales de …; PROFECO cuando corresponda.] Si estos términos cambian, te avisamos por correo antes de que entren en vigor. Última actualización: [fecha].',
          ],
        },
      ],
    },
    privacy: {
      title: 'Aviso de privacidad (borrador) | Waizant Billing',
      description:
        'Borrador del aviso de privacidad: qué datos se piden, para qué, cuánto se guardan y cómo ejercer tus derechos ARCO.',
      heading: 'Aviso de privacidad',
      lead: 'Qué datos te pedimos, para qué los usamos y cómo pedir que dejemos de hacerlo.',
      sections: [
        {
          name: 'Identidad y domicilio del responsable',
          text: [
            '[Razón social], con domicilio en [domicilio completo], es responsable del tratamiento de tus datos personales. Departamento de datos personales: [nombre o área, correo y teléfono].',
          ],
        },
        {
          name: 'Datos personales que tratamos',
          text: [
            'Nombre, empresa, correo, teléfono si lo escribes, y el mensaje que nos envías. Si contratas: tus facturas, el historial de tu suscripción y los últimos cuatro dígitos de tu tarjeta, que nos da la pasarela.',
            'No pedimos datos personales sensibles. El número completo de tu tarjeta no lo recibimos.',
          ],
        },
        {
          name: 'Finalidades',
          text: [
            'Necesarias: darte el servicio, cobrarlo, facturarlo, avisarte de renovaciones y fallas, y responder tu solicitud de cotización.',
            'Secundarias: [ninguna, o precisarlas]. Puedes negarte a ellas sin que afecte el servicio: [medio para hacerlo].',
          ],
        },
        {
          name: 'Con quién los compartimos',
          text: [
            'Con la pasarela de pago (Stripe) para cobrar, con quien transporta nuestro correo y con quien aloja el servicio: [nombres y países]. No vendemos datos. [Transferencias que requieren consentimiento: ninguna, o precisarlas.]',
          ],
        },
        {
          name: 'Cookies y medición',
          text: [
            'Este sitio no usa cookies, ni huellas del dispositivo, ni scripts de terceros. Por eso no te pide consentimiento para ellas.',
            'Cuando compras desde la tabla de planes, tu navegador guarda la compra en curso y un número al azar, para que no la pagues dos veces. El número va solo con tu compra; no se usa para nada más.',
          ],
        },
        {
          name: 'Cuánto tiempo los guardamos',
          text: [
            'Mientras dure tu suscripción. Después: 30 días tras una prueba o una suspensión y 90 tras una cancelación; te avisamos 14 días antes de borrar. Las facturas, el tiempo que pide la ley fiscal. Las solicitudes de cotización: [plazo].',
          ],
        },
        {
          name: 'Tus derechos ARCO',
          text: [
            'Puedes acceder a tus datos, rectificarlos, cancelarlos, oponerte a su uso y revocar tu consentimiento. Escribe a [correo] con tu nombre, una identificación, y qué datos y qué derecho; respondemos en 20 días hábiles. Tus datos de facturación ya los puedes exportar tú mismo.',
          ],
        },
        {
          name: 'Autoridad y cambios',
          text: [
            'Si crees que tu derecho fue vulnerado, puedes acudir a la Secretaría Anticorrupción y Buen Gobierno. Los cambios a este aviso se publican en esta página. Última actualización: [fecha].',
          ],
        },
      ],
      measured:
        'Para saber qué páginas sirven, contamos visitas y clics en los planes: la página, el idioma y el sitio del que vienes, sin dirección de correo, sin identificador y sin nada que una una visita con otra. Si tu navegador pide no ser rastreado (Global Privacy Control o Do Not Track), no se cuenta nada.',
      notMeasured: 'Hoy tampoco medimos visitas.',
    },
  },
  {
    draft: 'Draft: a text for your lawyer to review.',
    draftText:
      'Whoever runs this site completes what stands in brackets. Until then it is not a valid document.',
    contents: 'Contents',
    terms: {
      title: 'Terms of service (draft) | Waizant Billing',
      description: 'Draft terms of service: subscription, payments, changes, cancellation and liability.',
      heading: 'Terms of service',
      lead: 'The rules of your subscription, the same that the product applies.',
      sections: [
        {
          name: 'Who provides the service',
          text: [
            '[Legal name], tax id [RFC], at [full address], “we” below. By subscribing you accept these terms on behalf of your company and state that you may bind it.',
          ],
        },
        {
          name: 'Free trial',
          text: [
            'It lasts 30 days, with every feature and up to 5 users, without a card. Nothing is charged at its end: if you do not subscribe, the account is suspended and the data is kept for 30 days more.',
          ],
        },
        {
          name: 'Price and payment',
          text: [
            'The price is the one the page shows when you subscribe, in the currency you choose. If it changes in the catalogue, your subscription keeps that of the version you bought until you choose another. [Taxes: say whether they are included.]',
            'The ERP is charged on the same day of each month or year. The medical platform is charged on the 1st of each month; subscribing in the middle of a month, you pay only the days that are left.',
            'We remind you of every renewal 7, 3 and 1 days before; 30, 15 and 7 days before if you pay by the year.',
          ],
        },
        {
          name: 'Plan changes',
          text: [
            'Moving up is immediate and prorated, with no penalty. In the ERP, moving down happens at the end of the paid period and needs your users to fit in the new plan. On the medical platform, moving down is immediate and what you did not use is kept as a balance.',
          ],
        },
        {
          name: 'Failed payments',
          text: [
            'If a charge fails you have 3 days to put it right; then the account is suspended. The data is kept for 30 days, and the account reactivates by itself when you pay.',
          ],
        },
        {
          name: 'Cancellation',
          text: [
            'You can cancel at any time, with no penalty. You keep access to the end of the paid period, can export your data, and we keep it for 90 days. [Refunds: specify.]',
          ],
        },
        {
          name: 'Acceptable use and ownership',
          text: [
            'Your data is yours. The software is ours; we let you use it while the subscription lasts. [Forbidden uses, licence and trademarks.]',
          ],
        },
        {
          name: 'Availability and liability',
          text: ['[Service level per plan; 99.9% in Enterprise.] [Limits of liability and warranties.]'],
        },
        {
          name: 'Law and changes',
          text: [
            '[Laws of the United Mexican States; courts of …; PROFECO where it applies.] If these terms change, we tell you by email before they take effect. Last updated: [date].',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacy notice (draft) | Waizant Billing',
      description:
        'Draft privacy notice: which data is asked for, why, how long it is kept, and how to exercise your rights.',
      heading: 'Privacy notice',
      lead: 'Which data we ask for, what we use it for, and how to ask us to stop.',
      sections: [
        {
          name: 'Who is responsible, and where',
          text: [
            '[Legal name], at [full address], is responsible for the processing of your personal data. Personal data department: [name or area, email and telephone].',
          ],
        },
        {
          name: 'Personal data we process',
          text: [
            'Name, company, email, telephone if you write it, and the message you send us. If you subscribe: your invoices, the history of your subscription, and the last four digits of your card, which the payment provider gives us.',
            'We ask for no sensitive personal data. We never receive your full card number.',
          ],
        },
        {
          name: 'Purposes',
          text: [
            'Necessary: to provide, charge and invoice the service, to tell you of renewals and failures, and to answer your request for a quote.',
            'Secondary: [none, or specify]. You may refuse them without any effect on the service: [how].',
          ],
        },
        {
          name: 'With whom we share it',
          text: [
            'With the payment provider (Stripe) to charge, with who carries our mail, and with who hosts the service: [names and countries]. We sell no data. [Transfers that need consent: none, or specify.]',
          ],
        },
        {
          name: 'Cookies and measurement',
          text: [
            'This site uses no cookies, no device fingerprints and no third-party scripts. That is why it asks for no consent to them.',
            'When you buy from the plan table, your browser keeps the purchase under way and a random number, so that you do not pay it twice. The number travels with your purchase only and is used for nothing else.',
          ],
        },
        {
          name: 'How long we keep it',
          text: [
            'While your subscription lasts. Then 30 days after a trial or a suspension and 90 after a cancellation; we tell you 14 days before deleting. Invoices, as long as tax law requires. Requests for a quote: [period].',
          ],
        },
        {
          name: 'Your rights',
          text: [
            'You may access your data, correct it, have it deleted, object to its use and withdraw your consent (the Mexican “ARCO” rights). Write to [email] with your name, an identification, and which data and which right; we answer within 20 working days. Your billing data you can already export yourself.',
          ],
        },
        {
          name: 'Authority and changes',
          text: [
            'If you believe that your right was violated, you may turn to Mexico’s Secretaría Anticorrupción y Buen Gobierno. Changes to this notice are published on this page. Last updated: [date].',
          ],
        },
      ],
      measured:
        'To learn which pages are useful, we count visits and clicks on the plans: the page, the language and the site you came from, with no email address, no identifier, and nothing that ties one visit to another. If your browser asks not to be tracked (Global Privacy Control or Do Not Track), nothing is counted.',
      notMeasured: 'Nor do we measure visits today.',
    },
  },
)
