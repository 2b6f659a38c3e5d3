import { connect } from '@waizant/billing/connect'

/** Your own sign-in: any function that returns a current Cognito token. */
declare const auth: { currentIdToken(): Promise<string> }

connect({ ecosystem: 'legacy533', getToken: () => auth.currentIdToken() })
