/** What the host's address book holds unless the scenario says otherwise. */
export const SAMPLE_ADDRESS = {
  name: '张三',
  phone: '13800000000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  street: '粤海街道',
  detail: '科技园 1 号',
  postalCode: '518000',
};
