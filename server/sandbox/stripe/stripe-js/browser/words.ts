const es = {
  number: 'Número de tarjeta',
  expiry: 'Vencimiento',
  expiryHint: 'MM / AA',
  cvc: 'CVC',
  sandbox: 'Modo de prueba: usa 4242 4242 4242 4242.',
  incomplete_number: 'El número de la tarjeta está incompleto.',
  invalid_number: 'El número de la tarjeta tiene un error.',
  incomplete_expiry: 'La fecha de vencimiento está incompleta.',
  invalid_expiry_year_past: 'La tarjeta ya venció.',
  incomplete_cvc: 'El código de seguridad está incompleto.',
  bankTitle: 'Confirma con tu banco',
  bankText: 'Esta es la ventana de tu banco (de prueba). ¿Autorizas la operación?',
  bankYes: 'Sí, autorizo',
  bankNo: 'No, cancelar',
}

export type Words = typeof es

const en: Words = {
  number: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'MM / YY',
  cvc: 'CVC',
  sandbox: 'Test mode: use 4242 4242 4242 4242.',
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiry date is incomplete.",
  invalid_expiry_year_past: "Your card's expiry year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
  bankTitle: 'Confirm with your bank',
  bankText: "This is your bank's window (a test one). Do you authorise this?",
  bankYes: 'Yes, I authorise it',
  bankNo: 'No, cancel',
}

export const wordsFor = (locale: string | undefined): Words => {
  const asked = !locale || locale === 'auto' ? navigator.language : locale
  return asked.toLowerCase().startsWith('es') ? es : en
}
