import type { FormWords } from '../es-mx/forms.ts'

export const words: FormWords = {
  close: 'Close',
  email: 'Work email',
  company: 'Company',
  name: 'Your name',
  phone: 'Phone',
  message: 'What does your company need?',
  optional: 'optional',
  required: 'Please fill this in.',
  badEmail: 'Write an email like ana@company.com.',
  badPhone: 'Write a phone number of at least 7 digits.',
  offline: 'You seem to be offline. What you wrote is still here: try again.',
  unexpected: 'We could not send it. What you wrote is still here: try again.',
  trialTitle: (days) => `Try it free for ${days} days`,
  trialIntro: (users, card) => `Full access for up to ${users} users${card ? '' : ', no card'}.`,
  trialSend: 'Start the trial',
  trialDone: 'Your trial is ready',
  trialDoneText: (email, day, users) =>
    `Until ${day}, for up to ${users} users. We have written to ${email} with the steps to get in.`,
  trialAfter: 'You decide at the end. If you leave, we keep your data for 30 more days.',
  trialSpace: 'Your space',
  leadTitle: (plan) => `A quote for ${plan}`,
  leadIntro: 'Tell us about your company and we will prepare a price for it.',
  leadSend: 'Request a quote',
  leadDone: 'We have your request',
  leadDoneText: (email) => `Somebody of our team will write to ${email}.`,
}
