import { CatalogueSync, SyncRequest } from '#contract/catalogue-sync'
import {
  CatalogueList,
  PlanSettings,
  PlanVersion,
  PlanVersionContent,
  VersionCheck,
  VersionHistory,
  VersionList,
  VersionRequest,
} from '#contract/plan-settings'
import type { Operation } from '../openapi/operations.ts'

const catalogue = '/v1/admin/catalogues/{catalogue}'
const versions = `${catalogue}/plans/{plan}/versions`
const version = `${versions}/{version}`
const shared = { tag: 'Provider and operator', signedIn: true } as const

const switched = (id: string, action: string, summary: string): Operation => ({
  ...shared,
  id,
  method: 'post',
  path: `${version}/${action}`,
  summary,
  answers: 'The version as it is now; 412 where `If-Match` is given and somebody changed it since.',
  answer: PlanVersion,
})

/** The descriptions of the Plan Settings operations, for the documentation and the OpenAPI document. */
export const planSettingsOperations: Operation[] = [
  {
    ...shared,
    id: 'listCatalogues',
    method: 'get',
    path: '/v1/admin/catalogues',
    summary: 'Every catalogue',
    answers: 'Their ids and names.',
    answer: CatalogueList,
  },
  {
    ...shared,
    id: 'listPlanSettings',
    method: 'get',
    path: `${catalogue}/plans`,
    summary: 'Plans with the last published version, prices, state and subscribers of each',
    answers: 'The plans, and what versions are made of.',
    answer: PlanSettings,
  },
  {
    ...shared,
    id: 'listVersions',
    method: 'get',
    path: versions,
    summary: 'A plan’s versions, newest first',
    answers: 'The versions, and the number of the next.',
    answer: VersionList,
  },
  {
    ...shared,
    id: 'createVersion',
    method: 'post',
    path: versions,
    summary: 'Begin a version as a draft, empty or as a copy',
    body: VersionRequest,
    status: 201,
    answers: 'The draft, with its ETag.',
    answer: PlanVersion,
  },
  {
    ...shared,
    id: 'readVersion',
    method: 'get',
    path: version,
    summary: 'One version with its prices, what is missing, and what may be done with it',
    answers: 'The version, with its ETag.',
    answer: PlanVersion,
  },
  {
    ...shared,
    id: 'updateVersion',
    method: 'put',
    path: version,
    summary: 'Save a version that was never sold; `If-Match` is required',
    body: PlanVersionContent,
    answers: 'The version, with its new ETag; 412 with the difference where somebody saved since.',
    answer: PlanVersion,
  },
  {
    ...shared,
    id: 'deleteVersion',
    method: 'delete',
    path: version,
    summary: 'Delete a version that is neither published nor active and was never sold',
    answers: 'The versions that are left.',
    answer: VersionList,
  },
  {
    ...shared,
    id: 'checkVersion',
    method: 'post',
    path: `${version}/check`,
    summary: 'What saving this would find missing, and what follows from its prices; saves nothing',
    body: PlanVersionContent,
    answers: 'Completeness, discounts, and packages with their totals.',
    answer: VersionCheck,
  },
  {
    ...shared,
    id: 'readVersionHistory',
    method: 'get',
    path: `${version}/history`,
    summary: 'Who changed what of a version, and when',
    answers: 'The changes, newest first, field by field.',
    answer: VersionHistory,
  },
  switched('publishVersion', 'publish', 'Publish a version; one whose first day has passed starts now'),
  switched('unpublishVersion', 'unpublish', 'Withdraw a version; who bought it keeps it'),
  switched('activateVersion', 'activate', 'Switch a version on'),
  switched('deactivateVersion', 'deactivate', 'Switch a version off; who bought it keeps it'),
  {
    ...shared,
    id: 'readCatalogueSync',
    method: 'get',
    path: `${catalogue}/sync`,
    summary: 'How each environment of Stripe compares with the store',
    answers: 'Version by version and price by price, read from Stripe now.',
    answer: CatalogueSync,
  },
  {
    ...shared,
    id: 'repairCatalogueSync',
    method: 'post',
    path: `${catalogue}/sync`,
    summary: 'Bring an environment of Stripe in line with the store',
    body: SyncRequest,
    answers: 'How each stands afterwards.',
    answer: CatalogueSync,
  },
]
