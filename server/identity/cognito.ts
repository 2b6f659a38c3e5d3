import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Directory } from './directory.ts'

/**
 * Groups and users of a Cognito user pool, with the machine's credentials. A group's description is its mark.
 * `endpoint` sends the requests to another server.
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
  const inPool = { UserPoolId: userPoolId }

  const groupOf = async (group: string) => {
    const { sdk, send } = await connect()
    const answer = await send
      .send(new sdk.GetGroupCommand({ ...inPool, GroupName: group }))
      .catch(unless('ResourceNotFoundException'))
    return answer?.Group ?? null
  }

  return {
    hasGroup: async (group) => (await groupOf(group)) !== null,
    async makeGroup(group, mark) {
      const { sdk, send } = await connect()
      const made = await send
        .send(new sdk.CreateGroupCommand({ ...inPool, GroupName: group, Description: mark }))
        .catch(unless('GroupExistsException'))
      if (made) return 'made'
      return (await groupOf(group))?.Description === mark ? 'made' : 'taken'
    },
    async ensureMember(email, groups) {
      const { sdk, send } = await connect()
      const user = { ...inPool, Username: email }
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
        .send(new sdk.DeleteGroupCommand({ ...inPool, GroupName: group }))
        .catch(unless('ResourceNotFoundException'))
    },
    async emailOf(username) {
      const { sdk, send } = await connect()
      const user = await send
        .send(new sdk.AdminGetUserCommand({ ...inPool, Username: username }))
        .catch(unless('UserNotFoundException'))
      return user?.UserAttributes?.find(({ Name }) => Name === 'email')?.Value ?? null
    },
  }
}

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

const unless = (name: string) => (error: Error) => {
  if (error.name !== name) throw error
}
