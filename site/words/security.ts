import { translated } from './translated.ts'

/** Facts about how this product protects money and data, worded so that a buyer can check them. */
export const securityWords = translated(
  {
    title: 'Seguridad: qué protegemos y cómo | Waizant Billing',
    description:
      'Las tarjetas nunca pasan por nosotros, los datos de cada empresa van por separado y cada precio publicado queda registrado. Cómo avisarnos de una falla.',
    heading: 'Tu dinero y tus datos, bien cuidados',
    lead: 'Esto es lo que hace el producto, sin adornos. Casi todo lo puedes comprobar desde tu navegador.',
    summary: [
      { name: 'Cero tarjetas', text: 'Las recibe solo la pasarela de pago.' },
      { name: 'Datos separados', text: 'Cada empresa tiene su propio espacio en la base de datos.' },
      { name: 'Cero cookies', text: 'Este sitio no guarda ninguna.' },
    ],
    topics: [
      {
        name: 'Pagos',
        points: [
          'El número de tu tarjeta lo escribes en un campo o en una página de Stripe. No pasa por nuestros servidores y no podríamos guardarlo aunque quisiéramos.',
          'Stripe está certificado como proveedor PCI DSS de nivel 1. Con tu banco, se encarga también de 3-D Secure.',
          'El precio lo decide el servidor con el catálogo, nunca la página. Si algo cambia entre lo que viste y lo que confirmas, no se cobra: te mostramos la cuenta nueva.',
          'Cada cobro lleva una llave que impide hacerlo dos veces, aunque se corte la conexión o des doble clic.',
        ],
      },
      {
        name: 'Acceso',
        points: [
          'Entras con un proveedor de identidad: este producto no guarda contraseñas, así que aquí no hay ninguna que robar.',
          'Cada token se verifica en nuestro servidor con las llaves públicas del proveedor: firma, emisor, destinatario y vigencia. No se manda a ningún otro lado.',
          'Ver y comprar son permisos distintos. Quien no pertenece a tu ecosistema no recibe ni la noticia de que existe.',
        ],
      },
      {
        name: 'Aislamiento',
        points: [
          'Los datos de operación de cada ecosistema viven en una base de datos o un esquema propios, según la instalación. No son un filtro sobre una tabla compartida.',
          'La facturación vive aparte y cada consulta exige el ecosistema del token.',
        ],
      },
      {
        name: 'En tu navegador',
        points: [
          'Una política de seguridad de contenido (CSP) estricta: ningún script en línea ni de terceros. Solo donde se paga se admite el de la pasarela.',
          'Ninguna otra página puede enmarcar este sitio, y los formularios solo se envían aquí o a la página de pago.',
          'Lo que escribes se trata como texto, nunca como código.',
        ],
      },
      {
        name: 'Registro y entrega',
        points: [
          'Quién publicó un precio, quién lo retiró y qué se borró queda en una bitácora de auditoría con autor, momento, antes y después.',
          'Los avisos de la pasarela se aceptan solo con su firma y se guardan antes de contestar: ninguno se pierde ni cuenta dos veces.',
          'Los secretos y los tokens no se escriben en los registros.',
        ],
      },
      {
        name: 'Cuánto se guarda',
        points: [
          'Prueba sin contratar: 30 días después de que termina. Falta de pago: 30 días. Cancelación: 90 días.',
          'Antes de borrar te avisamos por correo con 14 días. Después se eliminan tus datos de operación, tus usuarios y sus accesos.',
          'Las facturas se conservan, como pide la ley. Tus datos de facturación los puedes descargar cuando quieras, en CSV.',
        ],
      },
    ],
    reportHeading: '¿Encontraste una falla?',
    reportText:
      'Cuéntanos antes que a nadie y danos un plazo razonable para corregirla. No tomamos acciones contra quien investiga de buena fe: usa solo tus propias cuentas, no degrades el servicio y no veas ni guardes datos de otras personas.',
    report: 'Avisarnos de una falla',
    machine: 'Para programas:',
    honestHeading: 'Lo que no decimos',
    honestText:
      'No presumimos sellos que no tenemos: la certificación PCI DSS es de Stripe, no nuestra. Y si algo de esta página deja de ser cierto, la corregimos.',
  },
  {
    title: 'Security: what we protect and how | Waizant Billing',
    description:
      'Cards never pass through us, every company’s data is kept apart, and every published price is recorded. How to tell us of a flaw.',
    heading: 'Your money and your data, in good hands',
    lead: 'This is what the product does, unadorned. You can check most of it from your browser.',
    summary: [
      { name: 'No cards', text: 'Only the payment provider receives them.' },
      { name: 'Data kept apart', text: 'Every company has a place of its own in the database.' },
      { name: 'No cookies', text: 'This site sets none.' },
    ],
    topics: [
      {
        name: 'Payments',
        points: [
          'You type your card number into a field or a page of Stripe’s. It does not pass through our servers, and we could not keep it if we wanted to.',
          'Stripe is certified as a PCI DSS Level 1 provider. With your bank, it takes care of 3-D Secure, too.',
          'The server decides the price from the catalogue, never the page. If anything changes between what you saw and what you confirm, nothing is charged: we show you the new bill.',
          'Every charge carries a key that keeps it from happening twice, even if the connection breaks or you double-click.',
        ],
      },
      {
        name: 'Access',
        points: [
          'You enter through an identity provider: this product keeps no passwords, so there are none here to be stolen.',
          'Each token is verified on our server against the provider’s public keys: signature, issuer, audience and expiry. It is sent nowhere else.',
          'Seeing and buying are separate permissions. Whoever is not part of your ecosystem is not even told that it exists.',
        ],
      },
      {
        name: 'Isolation',
        points: [
          'The operating data of each ecosystem lives in a database or a schema of its own, depending on the installation. It is not a filter over a shared table.',
          'Billing lives apart, and each query demands the ecosystem of the token.',
        ],
      },
      {
        name: 'In your browser',
        points: [
          'A strict content security policy (CSP): no inline script and none from third parties. Only where something is paid is the provider’s let in.',
          'No other page can frame this site, and its forms are sent only here or to the payment page.',
          'What you write is treated as text, never as code.',
        ],
      },
      {
        name: 'Records and delivery',
        points: [
          'Who published a price, who withdrew it and what was deleted is kept in an audit log with author, time, before and after.',
          'Messages from the provider are accepted only with its signature and stored before they are answered: none is lost or counted twice.',
          'Secrets and tokens are not written to the logs.',
        ],
      },
      {
        name: 'How long we keep it',
        points: [
          'A trial that ends without a subscription: 30 days more. Not paid: 30 days. Cancelled: 90 days.',
          'We tell you by email 14 days before anything is deleted. Then your operating data, your users and their access go.',
          'Invoices stay, as the law requires. You can download your billing data at any time, as CSV.',
        ],
      },
    ],
    reportHeading: 'Found a flaw?',
    reportText:
      'Tell us before anybody else and give us reasonable time to mend it. We take no action against research in good faith: use only accounts of your own, do not degrade the service, and do not look at or keep other people’s data.',
    report: 'Tell us of a flaw',
    machine: 'For programs:',
    honestHeading: 'What we do not claim',
    honestText:
      'We show no seals that we do not have: the PCI DSS certification is Stripe’s, not ours. And when something on this page stops being true, we correct it.',
  },
)
