/** `taken`: a group of this name exists that was not made for this mark. */
export type GroupMade = 'made' | 'taken'

/** The identity provider's groups and users. Every call may be repeated. */
export interface Directory {
  hasGroup(group: string): Promise<boolean>
  /** Makes a group that carries a mark; one that exists is ours only when it carries the same. */
  makeGroup(group: string, mark: string): Promise<GroupMade>
  /** Invites a person if unknown, and makes them a member of the groups. */
  ensureMember(email: string, groups: string[]): Promise<void>
  /** Nobody is a member any more, and the group is gone; one that is not there is what was asked for. */
  removeGroup(group: string): Promise<void>
  /** The address of a user whose token does not say it; null: the provider does not know one. */
  emailOf(username: string): Promise<string | null>
}
