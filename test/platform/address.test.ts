import { toAddress } from '@/platform/address';
import { chosen } from './script';

test.each(['13800006620', '+86 13800006620', '86-138-0000-6620'])('%s is one phone number', (phone) => {
  expect(toAddress({ ...chosen, phone })).toMatchObject({ value: { phone: '13800006620' } });
});

test('a municipality without a city gets its own name, and a missing district stays empty', () => {
  const result = toAddress({ ...chosen, province: '上海市', city: undefined, district: null });
  expect(result).toMatchObject({ status: 'ok', value: { province: '上海市', city: '上海市', district: '' } });
});

test('what the server would refuse for its length is cut', () => {
  const result = toAddress({ ...chosen, name: '长'.repeat(50), detail: '路'.repeat(300) });
  expect(result).toMatchObject({ value: { name: '长'.repeat(30), detail: '路'.repeat(120) } });
});
