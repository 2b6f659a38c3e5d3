/** `taken`: a group of this name exists that was not created with this mark. */
export type GroupMade = 'made' | 'taken'

/** The identity provider's groups and users. Every call may be repeated. */
export interface Directory {
  hasGroup(group: string): Promise<boolean>
  /** Creates a group with a mark; an existing group is ours only if it has the same mark. */
  makeGroup(group: string, mark: string): Promise<GroupMade>
  /** Invites a person if unknown, and makes them a member of the groups. */
  ensureMember(email: string, groups: string[]): Promise<void>
  /** Removes all members and the group; a missing group counts as removed. */
  removeGroup(group: string): Promise<void>
  /** The email address of a user whose token does not contain it; null: the provider does not know one. */
  emailOf(username: string): Promise<string | null>
}
