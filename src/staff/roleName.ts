/** The console's other roles may stand at the counter too. */
export const roleName = (role: string | null): string =>
  role === 'staff' ? '导购' : role === 'store_manager' ? '店长' : '管理';
