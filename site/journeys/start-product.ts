import { readEnv } from '../../server/env.ts'
import { builtFiles, builtSite } from '../../server/site.ts'
import { type Running, start } from '../../server/startup/start.ts'

/** Starts the built product with its data in a directory. */
export const startProduct = async (
  directory: string,
  settings: Record<string, string> = {},
): Promise<Running> => {
  const env = readEnv({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: directory,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...settings,
  })
  return start(env, { site: await builtSite(), files: builtFiles() })
}
