export const invitationKey = ['staffInvitations'] as const;
