import type { SeatWords } from '../es-mx/seats.ts'

export const words: SeatWords = {
  floorInUse: (count) => `${count} are in use: you can’t go below that.`,
  floorIncluded: (count) => `Your plan already includes ${count}: that is your minimum.`,
  adds: (day) => `Added to your invoice of ${day}`,
  subtracts: (day) => `Taken off your invoice of ${day}`,
  nothingToday: 'You pay nothing today.',
  unit: (money, interval) => `Each additional licence costs ${money} a ${interval}.`,
  lines: 'Details',
  next: (day, money) => `Your invoice of ${day} will be ${money}.`,
  add: (count) => `Add ${count} ${count === 1 ? 'licence' : 'licences'}`,
  remove: (count) => `Remove ${count} ${count === 1 ? 'licence' : 'licences'}`,
  calculating: 'Working out the exact cost…',
  changed: 'The cost changed and we haven’t made the change yet. Check it and confirm again.',
  unsure: 'We don’t know whether the change was made. Try again calmly: it is never made twice.',
  canceling: 'Your subscription is about to end. Reactivate it to change your licences.',
  unlimited: 'Your plan has no limit of users: you need no licences.',
  done: (count) => `Done, you have ${count} licences.`,
  doneAdd: 'They are ready to use.',
  doneRemove: 'The adjustment goes on your next invoice.',
}
