/** The identity provider's groups and users. Every call may be repeated. */
export interface Directory {
  ensureGroup(group: string): Promise<void>
  /** Invites a person if unknown, and makes them a member of the groups. */
  ensureMember(email: string, groups: string[]): Promise<void>
}
