import { employeeRoutes } from './employees';

/** The whole API of the console. The server refuses to start when one of these has no handler or no roles. */
export const adminRoutes = {
  ...employeeRoutes,
};

export type AdminRoutes = typeof adminRoutes;
