import { describe } from 'vitest'
import { livesSettings, playLives } from './play.ts'

const settings = livesSettings(process.env)

describe('random lives with two servers on PostgreSQL, which get requests in turn', () => {
  playLives('postgres', 2, settings, 0.7)
})
