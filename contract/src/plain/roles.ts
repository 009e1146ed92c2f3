/** What an employee may be. Each admin route names the roles that may use it. */
export const ROLES = ['owner', 'marketer', 'operator', 'store_manager', 'staff'] as const;
export type Role = (typeof ROLES)[number];
