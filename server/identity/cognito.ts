import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Directory } from './directory.ts'

/**
 * Groups and users of a Cognito user pool, with the credentials of the machine. What exists already is
 * what was asked for. `endpoint` sends the traffic elsewhere.
 */
export const cognitoDirectory = (userPoolId: string, endpoint?: string): Directory => {
  const region = userPoolId.split('_')[0]!
  // Loaded when first needed: it is large, and most requests never need it.
  let client: Promise<{ sdk: Sdk; send: CognitoIdentityProviderClient }> | null = null
  const connect = () =>
    (client ??= import('@aws-sdk/client-cognito-identity-provider').then((sdk) => ({
      sdk,
      send: new sdk.CognitoIdentityProviderClient({ region, ...(endpoint && { endpoint }) }),
    })))

  return {
    async ensureGroup(group) {
      const { sdk, send } = await connect()
      await send
        .send(new sdk.CreateGroupCommand({ UserPoolId: userPoolId, GroupName: group }))
        .catch(unless('GroupExistsException'))
    },
    async ensureMember(email, groups) {
      const { sdk, send } = await connect()
      const user = { UserPoolId: userPoolId, Username: email }
      const attributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ]
      await send
        .send(
          new sdk.AdminCreateUserCommand({
            ...user,
            UserAttributes: attributes,
            DesiredDeliveryMediums: ['EMAIL'],
          }),
        )
        .catch(unless('UsernameExistsException'))
      for (const GroupName of groups)
        await send.send(new sdk.AdminAddUserToGroupCommand({ ...user, GroupName }))
    },
    async removeGroup(group) {
      const { sdk, send } = await connect()
      await send
        .send(new sdk.DeleteGroupCommand({ UserPoolId: userPoolId, GroupName: group }))
        .catch(unless('ResourceNotFoundException'))
    },
  }
}

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

const unless = (name: string) => (error: Error) => {
  if (error.name !== name) throw error
}
