/** The identity provider's groups and users. Every call may be repeated. */
export interface Directory {
  ensureGroup(group: string): Promise<void>
  /** Invites a person if unknown, and makes them a member of the groups. */
  ensureMember(email: string, groups: string[]): Promise<void>
  /** Nobody is a member any more, and the group is gone; one that is not there is what was asked for. */
  removeGroup(group: string): Promise<void>
}
