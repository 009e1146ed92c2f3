/** As the contract's LoginName. */
export const loginNameRules = [
  { required: true, message: '请填账号' },
  { pattern: /^[a-z][a-z0-9._-]{2,31}$/, message: '小写字母开头，3 到 32 位字母、数字、点、横线' },
];
