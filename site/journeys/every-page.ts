import { routes } from '../routes.ts'

const order = '?catalogue=erp&plan=pro&interval=year&currency=MXN'
/** Every page of the site in both languages, with the addresses that change what it shows. */
export const everyPage = [
  ...Object.values(routes).flatMap((route) => [route['es-MX'], route.en]),
  `/comprar${order}`,
  `/en/buy${order}`,
  '/prueba?catalogue=waizant',
  '/contacto?catalogue=erp&plan=enterprise',
  '/precios?interval=year&currency=USD',
  '/gracias?checkout=chk_unknown',
  '/sandbox',
  '/sandbox?as=clinica-horizonte',
  '/no-existe',
  '/en/not-there',
]
